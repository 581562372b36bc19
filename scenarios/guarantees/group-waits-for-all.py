"""A group is left when all its tasks are done, those that tasks of it have added, too."""
# sim:
#   name: group-waits-for-all
#   expect:
#     finally: [running == 0, left_with == 0]
import asyncio
import random

running = 0
left_with = None


async def branch(group, depth):
    global running
    running += 1
    try:
        if depth > 0:
            for _ in range(2):
                await asyncio.sleep(random.uniform(0.0, 0.01))
                group.create_task(branch(group, depth - 1))
        if depth == 0 and random.random() < 0.1:
            raise ValueError('a leaf falls')
        await asyncio.sleep(random.uniform(0.0, 0.01))
    finally:
        running -= 1


async def main():
    global left_with
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(branch(group, 3))
    except* ValueError:
        print('a leaf has fallen')
    left_with = running


if __name__ == '__main__':
    asyncio.run(main())
