"""Items leave a queue in order, and of those who wait for one the first gets it."""
# sim:
#   name: queue-getters
#   expect:
#     finally: ["got == list(zip(waiting, range(4)))"]
import asyncio
import random

waiting = []
got = []


async def getter(name, queue):
    await asyncio.sleep(random.uniform(0.0, 0.02))
    waiting.append(name)
    got.append((name, await queue.get()))


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as getters:
        for name in 'abcd':
            getters.create_task(getter(name, queue))
        await asyncio.sleep(random.uniform(0.04, 0.05))
        for item in range(4):
            queue.put_nowait(item)
            await asyncio.sleep(random.uniform(0.0, 0.003))


if __name__ == '__main__':
    asyncio.run(main())
