"""Tasks that give way with sleep(0) take turns, whatever timers fire between them."""
# sim:
#   name: sleep-zero-turns
#   expect:
#     finally: ["''.join(turns) == 'ab' * 20"]
import asyncio
import random

turns = []


async def player(name):
    for _ in range(20):
        turns.append(name)
        await asyncio.sleep(0)


async def noise():
    for _ in range(5):
        await asyncio.sleep(random.uniform(0.0, 0.002))


async def main():
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(noise())
        await asyncio.sleep(random.uniform(0.0, 0.005))
        group.create_task(player('a'))
        group.create_task(player('b'))


if __name__ == '__main__':
    asyncio.run(main())
