"""A rate limiter in the manner of a token bucket: bursts are allowed, the average is not exceeded.

No task refills the bucket. It is known by the time at which it will be full again: taking a token
moves that time back by one interval, and who would move it further than the bucket is deep waits
for the difference. So nothing is counted in fractions, and those who wait are served in order.
"""
# sim:
#   name: rate-limiter
#   expect:
#     always:
#       - len([t for t in served if t > now() - 1]) <= limiter.burst + limiter.rate
#     finally:
#       - len(served) == 12
#       - served[:4] == [0, 0, 0, 0]
#       - abs(now() - 1.47) < 1e-9
import asyncio


class RateLimiter:
    def __init__(self, rate, burst):
        self.rate = rate
        self.burst = burst
        self._interval = 1 / rate
        self._full_at = 0.0

    def _take(self, now):
        """Takes a token; how long it is until that one exists."""
        self._full_at = max(self._full_at, now) + self._interval
        return self._full_at - now - self.burst * self._interval

    async def acquire(self):
        delay = self._take(asyncio.get_running_loop().time())
        if delay > 0:
            await asyncio.sleep(delay)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        return None


limiter = RateLimiter(rate=10, burst=4)
served = []


async def request(number, started):
    async with limiter:
        elapsed = asyncio.get_running_loop().time() - started
        served.append(elapsed)
        print(f'{elapsed:.1f} s: request {number}')


async def main():
    started = asyncio.get_running_loop().time()
    await asyncio.gather(*(request(number, started) for number in range(1, 9)))
    print('a pause fills the bucket again, but no further than to the brim')
    await asyncio.sleep(1.07)
    before = len(served)
    await asyncio.gather(*(request(number, started) for number in range(9, 13)))
    print(f'{len(served) - before} requests at once')


if __name__ == '__main__':
    asyncio.run(main())
