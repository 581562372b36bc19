"""Readers share a document, the writer needs it alone; who comes to read while he waits, waits.

Holds whatever the timing: those who read already end, and then it is the writer's turn.
"""
# sim:
#   name: writer-starved-fixed
#   seed: 2
import asyncio
import random
from contextlib import asynccontextmanager


class Document:
    def __init__(self):
        self._changed = asyncio.Condition()
        self._readers = 0
        self._writers = 0

    @asynccontextmanager
    async def reading(self):
        async with self._changed:
            await self._changed.wait_for(lambda: self._writers == 0)
            self._readers += 1
        try:
            yield
        finally:
            async with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @asynccontextmanager
    async def writing(self):
        async with self._changed:
            self._writers += 1
            try:
                await self._changed.wait_for(lambda: self._readers == 0)
                yield
            finally:
                self._writers -= 1
                self._changed.notify_all()


async def reader(document):
    for _ in range(8):
        async with document.reading():
            await asyncio.sleep(random.uniform(0.01, 0.025))
        await asyncio.sleep(random.uniform(0.001, 0.015))


async def writer(document):
    await asyncio.sleep(random.uniform(0.01, 0.03))
    async with asyncio.timeout(0.05), document.writing():
        print('written')


async def main():
    document = Document()
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(reader(document))
        group.create_task(writer(document))


if __name__ == '__main__':
    asyncio.run(main())
