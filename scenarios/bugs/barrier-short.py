"""Shards answer queries once all of them have loaded; one that cannot load stays away.

Fails by timing: the others wait for ever at a barrier that is short of one.
"""
# sim:
#   name: barrier-short
#   seed: 3
#   expect:
#     finally: [len(serving) + len(failed) == 3]
import asyncio
import random

serving = []
failed = []


async def load(number):
    await asyncio.sleep(random.uniform(0.01, 0.051))


async def shard(number, all_loaded):
    try:
        async with asyncio.timeout(0.05):
            await load(number)
    except TimeoutError:
        failed.append(number)
        return
    await all_loaded.wait()
    serving.append(number)


async def main():
    all_loaded = asyncio.Barrier(3)
    await asyncio.gather(*(shard(number, all_loaded) for number in range(3)))
    print('serving', serving, 'failed', failed)


if __name__ == '__main__':
    asyncio.run(main())
