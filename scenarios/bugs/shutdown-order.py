"""A program ends with its background tasks still there, and run cancels them all.

Fails by sets: it does so in the order of a set; the database may write its last rows after the
journal was closed.
"""
# sim:
#   name: shutdown-order
#   expect:
#     finally: ["journal == ['begin', 'rows are saved', 'end']"]
import asyncio

journal = []


async def keep_journal():
    journal.append('begin')
    try:
        await asyncio.Event().wait()
    finally:
        journal.append('end')


async def keep_database():
    try:
        await asyncio.Event().wait()
    finally:
        journal.append('rows are saved')


async def main():
    tasks = [asyncio.create_task(keep_database()), asyncio.create_task(keep_journal())]
    await asyncio.sleep(0.1)
    print(len(tasks), 'tasks are left')


if __name__ == '__main__':
    asyncio.run(main())
    print(journal)
