"""An import writes a row, waits for the archive, and then notes how far it is.

Fails by cancel: when it is cancelled in that wait and started again, it writes the row again.
"""
# sim:
#   name: imported-twice
#   expect:
#     always: [len(table) == len(set(table))]
#   explore: { vary: [cancel] }
import asyncio

ROWS = ['ash', 'birch', 'cedar']
table = []
position = 0


async def archive(row):
    await asyncio.sleep(0.02)


async def import_rows():
    global position
    while position < len(ROWS):
        row = ROWS[position]
        table.append(row)
        await archive(row)
        position += 1


async def supervise():
    """Starts the import again until it is through, whatever ends it."""
    while position < len(ROWS):
        await asyncio.wait([asyncio.create_task(import_rows())])


async def main():
    await supervise()
    print(table)


if __name__ == '__main__':
    asyncio.run(main())
