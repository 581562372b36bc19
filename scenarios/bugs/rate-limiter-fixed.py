"""A limiter works out when a call may start, counts it, and only then waits.

Holds whatever the timing: the next who comes sees the calls that are still waiting.
"""
# sim:
#   name: rate-limiter-fixed
#   expect:
#     always: [not crowded()]
import asyncio
import random

LIMIT, WINDOW = 2, 0.1
calls = []


def crowded():
    """Whether more than LIMIT calls were made well within a window."""
    return any(b - a < WINDOW * 0.8 for a, b in zip(calls, calls[LIMIT:]))


class Limiter:
    def __init__(self, limit, window):
        self._limit = limit
        self._window = window
        self._starts = []

    async def wait(self):
        start = now = asyncio.get_running_loop().time()
        if len(self._starts) >= self._limit:
            start = max(now, self._starts[-self._limit] + self._window)
        self._starts.append(start)
        await asyncio.sleep(start - now)


async def client(limiter):
    await limiter.wait()
    calls.append(asyncio.get_running_loop().time())


async def main():
    limiter = Limiter(LIMIT, WINDOW)
    async with asyncio.TaskGroup() as clients:
        for _ in range(4):
            clients.create_task(client(limiter))
            await asyncio.sleep(random.uniform(0.01, 0.08))


if __name__ == '__main__':
    asyncio.run(main())
