import asyncio

async def main():
    slots = asyncio.Semaphore(3)
    async def job(i):
        async with slots, asyncio.timeout(1.5):
            await asyncio.sleep(1 + i % 3 * 0.5)
            if i == 4: raise OSError(i)
            return i
    print(await asyncio.gather(*(job(i) for i in range(9)), return_exceptions=True))

asyncio.run(main())
