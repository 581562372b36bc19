"""Tasks take their first step in the order in which they were made."""
# sim:
#   name: start-order
#   expect:
#     finally: [made == started, len(started) == 9]
import asyncio
import random

made = []
started = []


async def child(number):
    started.append(number)
    await asyncio.sleep(random.uniform(0.0, 0.01))


async def parent(name, group):
    for number in range(3):
        await asyncio.sleep(random.uniform(0.0, 0.01))
        made.append((name, number))
        group.create_task(child((name, number)))


async def main():
    async with asyncio.TaskGroup() as group:
        for name in 'abc':
            group.create_task(parent(name, group))


if __name__ == '__main__':
    asyncio.run(main())
