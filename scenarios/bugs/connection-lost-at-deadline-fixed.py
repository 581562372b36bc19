"""A pool hands a connection that comes back to the first who waits; if he has gone, to the next.

Holds whatever the timing: who is cancelled looks whether he was handed one, and gives it back.
"""
# sim:
#   name: connection-lost-at-deadline-fixed
#   expect:
#     finally: [pool.idle == 1]
import asyncio
import random
from collections import deque


class Pool:
    def __init__(self, size):
        self.idle = size
        self._waiters = deque()

    async def get(self):
        if self.idle > 0:
            self.idle -= 1
        else:
            handed = asyncio.get_running_loop().create_future()
            self._waiters.append(handed)
            try:
                await handed
            except asyncio.CancelledError:
                if handed.done() and not handed.cancelled():
                    self.put()
                raise

    def put(self):
        while self._waiters:
            handed = self._waiters.popleft()
            if not handed.done():
                handed.set_result(None)
                return
        self.idle += 1


pool = Pool(1)


async def client():
    try:
        await asyncio.wait_for(pool.get(), 0.25)
    except TimeoutError:
        print('no connection')
    else:
        pool.put()


async def main():
    await pool.get()
    asyncio.get_running_loop().call_later(random.uniform(0.125, 0.25), pool.put)
    await client()
    await asyncio.sleep(0.2)


if __name__ == '__main__':
    asyncio.run(main())
