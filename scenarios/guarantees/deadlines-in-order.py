"""Timers fire in the order of their deadlines, whatever the order in which they were set."""
# sim:
#   name: deadlines-in-order
#   expect:
#     finally: [deadlines == sorted(deadlines), len(deadlines) == 12]
import asyncio
import random

deadlines = []


async def sleeper():
    loop = asyncio.get_running_loop()
    for _ in range(3):
        deadline = loop.time() + random.uniform(0.001, 0.02)
        loop.call_at(deadline, deadlines.append, deadline)
        await asyncio.sleep(random.uniform(0.0, 0.02))


async def main():
    await asyncio.gather(*(sleeper() for _ in range(4)))
    await asyncio.sleep(0.05)


if __name__ == '__main__':
    asyncio.run(main())
