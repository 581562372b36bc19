"""N tasks sleep once each, in a hundred different lengths, and are gathered."""
import asyncio

N = 100_000


async def worker(i):
    await asyncio.sleep(1 + (i % 100) / 100)
    return i


async def main():
    results = await asyncio.gather(*[worker(i) for i in range(N)])
    print(asyncio.get_running_loop().time(), sum(results))


asyncio.run(main())
