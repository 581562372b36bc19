"""A cache holds the load itself, from its first moment on; whoever asks awaits it.

Holds whatever the timing: there is one load. The shield keeps one caller's end from the others.
"""
# sim:
#   name: cache-stampede-fixed
#   seed: 5
#   expect:
#     always: [loading <= 1]
import asyncio
import random

loading = 0


async def load(key):
    global loading
    loading += 1
    try:
        await asyncio.sleep(random.uniform(0.005, 0.015))
        return f'profile of {key}'
    finally:
        loading -= 1


class Cache:
    def __init__(self, loader):
        self._loader = loader
        self._entries = {}

    async def get(self, key):
        if key not in self._entries:
            self._entries[key] = asyncio.ensure_future(self._loader(key))
        return await asyncio.shield(self._entries[key])


async def main():
    profiles = Cache(load)
    async with asyncio.TaskGroup() as requests:
        for _ in range(4):
            requests.create_task(profiles.get('ada'))
            await asyncio.sleep(random.uniform(0.008, 0.05))
    print(await profiles.get('ada'))


if __name__ == '__main__':
    asyncio.run(main())
