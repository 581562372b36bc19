"""Who asks for a permit first gets it first, and there are never more out than there are."""
# sim:
#   name: semaphore-order
#   expect:
#     always: [held <= 2]
#     finally: [asked == got, len(got) == 10]
import asyncio
import random

asked = []
got = []
held = 0


async def visitor(name, permits):
    global held
    for number in range(2):
        await asyncio.sleep(random.uniform(0.0, 0.02))
        asked.append((name, number))
        async with permits:
            got.append((name, number))
            held += 1
            await asyncio.sleep(random.uniform(0.001, 0.02))
            held -= 1


async def main():
    permits = asyncio.Semaphore(2)
    await asyncio.gather(*(visitor(name, permits) for name in 'abcde'))


if __name__ == '__main__':
    asyncio.run(main())
