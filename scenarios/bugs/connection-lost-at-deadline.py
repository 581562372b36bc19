"""A pool hands a connection that comes back to the first who waits for one.

Fails by timing: if it comes back at the very moment at which he gives up, he is handed it and
cancelled, and nobody has it any more.
"""
# sim:
#   name: connection-lost-at-deadline
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
            await handed

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
