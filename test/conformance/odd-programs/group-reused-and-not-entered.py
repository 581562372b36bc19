import asyncio

async def main():
    g = asyncio.TaskGroup()
    async def f(): pass
    try: g.create_task(f())
    except RuntimeError as e: print(e)
    async with g: pass
    try:
        async with g: pass
    except RuntimeError as e: print(e)
    t = asyncio.timeout(1)
    async with t: pass
    for action in (lambda: t.reschedule(3), lambda: asyncio.timeout(1).reschedule(2)):
        try: action()
        except RuntimeError as e: print(e)
    try:
        async with t: pass
    except RuntimeError as e: print(e)

asyncio.run(main())
