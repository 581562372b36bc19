"""An event wakes those who wait in the order in which they came, even if it is cleared at once."""
# sim:
#   name: event-wake-order
#   expect:
#     finally: [waiting == woken, len(woken) == 5]
import asyncio
import random

waiting = []
woken = []


async def wait_for_start(runner, start):
    await asyncio.sleep(random.uniform(0.0, 0.02))
    waiting.append(runner)
    await start.wait()
    woken.append(runner)


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as runners:
        for runner in range(5):
            runners.create_task(wait_for_start(runner, start))
        await asyncio.sleep(random.uniform(0.04, 0.05))
        start.set()
        start.clear()


if __name__ == '__main__':
    asyncio.run(main())
