"""The connection is opened under a lock, and who had to wait for the lock looks again.

Holds whatever the timing: the second finds the connection of the first.
"""
# sim:
#   name: lazy-connection-fixed
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
        self._opening = asyncio.Lock()

    async def query(self, text):
        async with self._opening:
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
