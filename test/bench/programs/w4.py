"""N tasks wait for a sleep with a time-out that is never reached, so every one of its timers is cancelled."""
import asyncio

N = 50_000


async def worker(i):
    await asyncio.wait_for(asyncio.sleep(1), 10)
    return i


async def main():
    results = await asyncio.gather(*[worker(i) for i in range(N)])
    print(asyncio.get_running_loop().time(), sum(results))


asyncio.run(main())
