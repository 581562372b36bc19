import asyncio

async def main():
    async def w(t):
        async with asyncio.timeout(t): await asyncio.sleep(9)
    try:
        async with asyncio.TaskGroup() as g:
            for t in (2, 1, 1): g.create_task(w(t))
    except* TimeoutError as eg:
        print(len(eg.exceptions), [repr(e.__cause__) for e in eg.exceptions])

asyncio.run(main())
