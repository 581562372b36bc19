"""Shards answer queries once all of them have loaded; one that cannot load breaks the barrier.

Holds whatever the timing: nobody waits for one who does not come.
"""
# sim:
#   name: barrier-short-fixed
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
        await all_loaded.wait()
    except (TimeoutError, asyncio.BrokenBarrierError):
        failed.append(number)
        await all_loaded.abort()
        return
    serving.append(number)


async def main():
    all_loaded = asyncio.Barrier(3)
    await asyncio.gather(*(shard(number, all_loaded) for number in range(3)))
    print('serving', serving, 'failed', failed)


if __name__ == '__main__':
    asyncio.run(main())
