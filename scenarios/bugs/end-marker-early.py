"""Two parts of a file are parsed at the same time; the last part puts the end marker.

Fails by timing: if it is done first, the rows that the other part has left are never read.
"""
# sim:
#   name: end-marker-early
#   seed: 6
#   expect:
#     finally: [len(table) == 5]
import asyncio
import random

PARTS = [['id', 'name'], ['born', 'died', 'works']]
table = []


async def parse(part, rows):
    for line in part:
        await asyncio.sleep(random.uniform(0.01, 0.03))
        await rows.put(line.title())
    if part is PARTS[-1]:
        await rows.put(None)


async def store(rows):
    while (row := await rows.get()) is not None:
        await asyncio.sleep(random.uniform(0.002, 0.008))
        table.append(row)


async def main():
    rows = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(store(rows))
        for part in PARTS:
            group.create_task(parse(part, rows))
    print(f'{len(table)} rows')


if __name__ == '__main__':
    asyncio.run(main())
