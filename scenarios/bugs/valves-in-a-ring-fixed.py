"""Four pumps stand in a ring; each opens the valve with the lower number first.

Holds whatever the timing: the last pump takes the first valve first, which opens the ring.
"""
# sim:
#   name: valves-in-a-ring-fixed
#   expect:
#     finally: [pumped == 4]
import asyncio
import random

PUMPS = 4
pumped = 0


async def pump(number, valves):
    global pumped
    first, second = sorted([number, (number + 1) % PUMPS])
    await asyncio.sleep(random.uniform(0.0, 0.12))
    async with valves[first]:
        await asyncio.sleep(random.uniform(0.005, 0.02))
        async with valves[second]:
            await asyncio.sleep(random.uniform(0.005, 0.02))
            pumped += 1


async def main():
    valves = [asyncio.Lock() for _ in range(PUMPS)]
    await asyncio.gather(*(pump(number, valves) for number in range(PUMPS)))


if __name__ == '__main__':
    asyncio.run(main())
