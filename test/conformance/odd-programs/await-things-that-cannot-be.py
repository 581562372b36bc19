import asyncio

async def main():
    for bad in (5, None, 'x', [1], len):
        try: await bad
        except TypeError as e: print(e)
    async def f(): pass
    c = f(); await c
    try: await c
    except RuntimeError as e: print(e)
    try: await asyncio.gather(1)
    except TypeError as e: print(e)
    try: asyncio.create_task(5)
    except TypeError as e: print(e)

asyncio.run(main())
