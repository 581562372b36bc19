"""A server that is told to stop leaves its loop after the request at hand.

Fails by timing: requests that were accepted and still queue are never answered.
"""
# sim:
#   name: shutdown-loses-work
#   seed: 2
#   expect:
#     finally: [answered == accepted]
import asyncio
import random

accepted = []
answered = []


class Server:
    def __init__(self):
        self._requests = asyncio.Queue()
        self._stopping = False

    def accept(self, request):
        if self._stopping:
            raise ConnectionRefusedError('the server is stopping')
        accepted.append(request)
        self._requests.put_nowait(request)

    def stop(self):
        self._stopping = True
        self._requests.put_nowait(None)  # wakes it where it waits for a request

    async def run(self):
        while not self._stopping:
            request = await self._requests.get()
            if request is not None:
                await asyncio.sleep(random.uniform(0.005, 0.026))
                answered.append(request)


async def clients(server):
    for request in range(5):
        server.accept(request)
        await asyncio.sleep(random.uniform(0.006, 0.03))


async def main():
    server = Server()
    async with asyncio.TaskGroup() as group:
        group.create_task(server.run())
        await clients(server)
        server.stop()
    print(f'{len(answered)} of {len(accepted)} answered')


if __name__ == '__main__':
    asyncio.run(main())
