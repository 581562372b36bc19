"""N workers share a semaphore of 100, each holds it over a sleep."""
import asyncio

N = 100_000


async def worker(slots, i):
    async with slots:
        await asyncio.sleep(1)
    return i


async def main():
    slots = asyncio.Semaphore(100)
    results = await asyncio.gather(*[worker(slots, i) for i in range(N)])
    print(asyncio.get_running_loop().time(), sum(results))


asyncio.run(main())
