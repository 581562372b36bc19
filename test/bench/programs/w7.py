"""N sleeps by N/200 tasks: 200 short sleeps in a row each."""
import asyncio

N = 200_000


async def worker(i):
    for _ in range(200):
        await asyncio.sleep(0.001 * (i % 17 + 1))
    return i


async def main():
    results = await asyncio.gather(*[worker(i) for i in range(N // 200)])
    print(asyncio.get_running_loop().time(), sum(results))


asyncio.run(main())
