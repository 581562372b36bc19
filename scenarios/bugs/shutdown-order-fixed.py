"""A program stops its background tasks itself, one after the other, the journal last.

Holds in any order of the set of tasks that run would cancel: it is empty.
"""
# sim:
#   name: shutdown-order-fixed
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
    for task in tasks:
        task.cancel()
        await asyncio.wait([task])


if __name__ == '__main__':
    asyncio.run(main())
    print(journal)
