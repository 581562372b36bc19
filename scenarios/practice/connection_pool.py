"""A pool of connections with a time-out for the checkout.

Connections are made when they are first needed and given back by a context manager, whatever
happens inside; one that broke is thrown away instead of being handed to the next. Who does not get
one in time is told so, and leaves no trace in the pool.
"""
# sim:
#   name: connection-pool
#   expect:
#     always:
#       - pool.opened - pool.closed <= pool.size
#       - len(pool.idle) <= pool.size
#     eventually: [pool.opened - pool.closed == pool.size]
#     finally:
#       - pool.opened == pool.closed == 3
#       - sorted(outcomes.values()) == ['broken', 'ok', 'ok', 'ok', 'ok', 'timed out']
import asyncio
from contextlib import asynccontextmanager


class Broken(Exception):
    pass


class Connection:
    def __init__(self, number):
        self.number = number
        self.is_broken = False

    def __repr__(self):
        return f'<connection {self.number}>'

    async def query(self, seconds, fails=False):
        await asyncio.sleep(seconds)
        if fails:
            self.is_broken = True
            raise Broken(f'{self!r} was reset')


class ConnectionPool:
    def __init__(self, size, checkout_timeout):
        self.size = size
        self.checkout_timeout = checkout_timeout
        self.idle = []
        self.opened = 0
        self.closed = 0
        self._permits = asyncio.Semaphore(size)

    @asynccontextmanager
    async def connection(self):
        async with asyncio.timeout(self.checkout_timeout):
            await self._permits.acquire()
        try:
            connection = self.idle.pop() if self.idle else await self._open()
            try:
                yield connection
            finally:
                if connection.is_broken:
                    self.closed += 1
                    print(f'{connection!r} is thrown away')
                else:
                    self.idle.append(connection)
        finally:
            self._permits.release()

    async def _open(self):
        self.opened += 1
        connection = Connection(self.opened)
        await asyncio.sleep(0.02)
        return connection

    def close(self):
        self.closed += len(self.idle)
        self.idle.clear()


pool = ConnectionPool(size=2, checkout_timeout=0.25)
outcomes = {}


async def client(name, seconds, fails=False):
    try:
        async with pool.connection() as connection:
            print(f'{name} has {connection!r}')
            await connection.query(seconds, fails)
        outcomes[name] = 'ok'
    except TimeoutError:
        outcomes[name] = 'timed out'
    except Broken as error:
        outcomes[name] = 'broken'
        print(f'{name}: {error}')


async def main():
    async with asyncio.TaskGroup() as group:
        for name, seconds, fails in [
            ('Ada', 0.1, False), ('Bob', 0.18, True), ('Cid', 0.2, False),
            ('Dan', 0.3, False), ('Eve', 0.1, False), ('Fay', 0.02, False),
        ]:
            group.create_task(client(name, seconds, fails))
            if name == 'Eve':
                await asyncio.sleep(0.3)
    pool.close()
    print(outcomes)


if __name__ == '__main__':
    asyncio.run(main())
