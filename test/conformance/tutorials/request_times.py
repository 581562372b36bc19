import asyncio
import random
import statistics
import time


async def request(i, sem):
    async with sem:
        start = time.perf_counter()
        await asyncio.sleep(random.uniform(0.05, 0.25))
        return time.perf_counter() - start


async def main():
    random.seed(7)
    sem = asyncio.Semaphore(4)
    times = await asyncio.gather(*(request(i, sem) for i in range(20)))
    times = [round(t, 3) for t in times]
    print(f"mean   {statistics.mean(times):.3f}")
    print(f"median {statistics.median(times):.3f}")
    print(f"stdev  {statistics.stdev(times):.4f}")
    print(f"min/max {min(times)} {max(times)}")
    q = statistics.quantiles(times, n=4)
    print(["%.3f" % x for x in q])


asyncio.run(main())
