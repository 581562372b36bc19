import asyncio

async def main():
    l = asyncio.Lock()
    async def greedy(n):
        for i in range(3):
            async with l: print(n, i); await asyncio.sleep(0)
    await asyncio.gather(*(greedy(n) for n in 'abc'))
    await l.acquire(); l.release(); print(await l.acquire(), l.locked()); l.release()

asyncio.run(main())
