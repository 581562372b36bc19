"""Who asks for a lock first gets it first."""
# sim:
#   name: lock-hand-over
#   expect:
#     finally: [asked == got, len(got) == 8]
import asyncio
import random

asked = []
got = []


async def visitor(name, lock):
    for number in range(2):
        await asyncio.sleep(random.uniform(0.0, 0.02))
        asked.append((name, number))
        async with lock:
            got.append((name, number))
            await asyncio.sleep(random.uniform(0.001, 0.01))


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(visitor(name, lock) for name in 'abcd'))


if __name__ == '__main__':
    asyncio.run(main())
