"""An import waits for the archive, then writes a row and notes at once how far it is.

Holds wherever it is cancelled: no await stands between the row and the note.
"""
# sim:
#   name: imported-twice-fixed
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
        await archive(row)
        table.append(row)
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
