"""N plain timers in a scattered order."""
import asyncio

N = 200_000


class Counter:
    def __init__(self):
        self.count = 0

    def tick(self, i):
        self.count += i


async def main():
    loop = asyncio.get_running_loop()
    counter = Counter()
    for i in range(N):
        loop.call_later((i * 7919 % N) / 1000, counter.tick, i)
    await asyncio.sleep(N / 1000)
    print(loop.time(), counter.count)


asyncio.run(main())
