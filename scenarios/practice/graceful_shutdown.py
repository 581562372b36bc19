"""Graceful shutdown of a server: refuse what comes, finish what runs, cancel what takes too long.

The order matters: no new requests, then a grace period for those in flight, then cancellation, and
only when no request is left the resources that requests use are closed, last opened first.
"""
# sim:
#   name: graceful-shutdown
#   expect:
#     always:
#       - not server.in_flight or database_is_open
#     eventually: [len(server.in_flight) == 3]
#     finally:
#       - not server.in_flight and not database_is_open
#       - log[:4] == ['finished 1', 'finished 2', 'rolled back 3', 'refused 4']
#       - log[4:] == ['closed cache', 'closed database']
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class ServerClosed(Exception):
    pass


class Server:
    def __init__(self, grace):
        self.grace = grace
        self.in_flight = set()
        self._stopping = asyncio.Event()

    def handle(self, coroutine):
        """Starts a request. Raises ServerClosed once the shutdown has begun."""
        if self._stopping.is_set():
            coroutine.close()
            raise ServerClosed('server is shutting down')
        task = asyncio.create_task(coroutine)
        self.in_flight.add(task)
        task.add_done_callback(self.in_flight.discard)

    def stop(self):
        print(f'stop: {len(self.in_flight)} requests in flight')
        self._stopping.set()

    async def serve(self):
        await self._stopping.wait()
        if not self.in_flight:
            return
        _, late = await asyncio.wait(self.in_flight, timeout=self.grace)
        print(f'{len(late)} did not end in time')
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


log = []
database_is_open = False
server = Server(grace=0.2)


@asynccontextmanager
async def database():
    global database_is_open
    database_is_open = True
    try:
        yield
    finally:
        await asyncio.sleep(0.02)
        database_is_open = False
        log.append('closed database')


@asynccontextmanager
async def cache():
    try:
        yield
    finally:
        log.append('closed cache')


async def request(number, seconds):
    try:
        await asyncio.sleep(seconds)
        log.append(f'finished {number}')
    except asyncio.CancelledError:
        await asyncio.sleep(0.03)
        log.append(f'rolled back {number}')
        raise


async def clients():
    for number, seconds in enumerate([0.1, 0.22, 5.0], start=1):
        server.handle(request(number, seconds))
    await asyncio.sleep(0.35)
    try:
        server.handle(request(4, 0.1))
    except ServerClosed as error:
        log.append('refused 4')
        print('request 4:', error)


async def main():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(database())
        await stack.enter_async_context(cache())
        asyncio.get_running_loop().call_later(0.05, server.stop)
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve())
            group.create_task(clients())
    print('\n'.join(log))


if __name__ == '__main__':
    asyncio.run(main())
