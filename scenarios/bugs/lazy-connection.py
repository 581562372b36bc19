"""The connection is opened by the first who needs it, unless there are two.

Fails by timing: both open one, the second takes the place of the first, and nobody closes that.
"""
# sim:
#   name: lazy-connection
#   expect:
#     always: [opened - closed <= 1]
#     finally: [opened == closed]
import asyncio
import random

opened = closed = 0


class Connection:
    @classmethod
    async def open(cls):
        global opened
        await asyncio.sleep(random.uniform(0.01, 0.03))
        opened += 1
        return cls()

    async def query(self, text):
        await asyncio.sleep(random.uniform(0.01, 0.02))
        return text.upper()

    def close(self):
        global closed
        closed += 1


class Database:
    def __init__(self):
        self._connection = None

    async def query(self, text):
        if self._connection is None:
            self._connection = await Connection.open()
        return await self._connection.query(text)

    def close(self):
        if self._connection is not None:
            self._connection.close()


async def visitor(database, text):
    await asyncio.sleep(random.uniform(0.0, 0.1))
    print(await database.query(text))


async def main():
    database = Database()
    await asyncio.gather(visitor(database, 'first'), visitor(database, 'second'))
    database.close()


if __name__ == '__main__':
    asyncio.run(main())
