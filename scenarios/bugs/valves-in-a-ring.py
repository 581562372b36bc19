"""Four pumps stand in a ring; each opens the valve before it, waits a moment, opens the one after.

Fails by timing, and rarely: only if all four have one valve open does each wait for its neighbour.
"""
# sim:
#   name: valves-in-a-ring
#   expect:
#     finally: [pumped == 4]
import asyncio
import random

PUMPS = 4
pumped = 0


async def pump(number, valves):
    global pumped
    before, after = number, (number + 1) % PUMPS
    await asyncio.sleep(random.uniform(0.0, 0.12))
    async with valves[before]:
        await asyncio.sleep(random.uniform(0.005, 0.02))
        async with valves[after]:
            await asyncio.sleep(random.uniform(0.005, 0.02))
            pumped += 1


async def main():
    valves = [asyncio.Lock() for _ in range(PUMPS)]
    await asyncio.gather(*(pump(number, valves) for number in range(PUMPS)))


if __name__ == '__main__':
    asyncio.run(main())
