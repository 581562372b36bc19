# Features: PriorityQueue, LifoQueue, full and empty queues, dataclass(order=True), shutdown.
import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    payload: Any = field(compare=False, default=None, repr=False)


async def drain(queue):
    while not queue.empty():
        print(' ', queue.get_nowait())


async def main():
    jobs = asyncio.PriorityQueue()
    for priority, name in [(3, 'sweep'), (1, 'alarm'), (2, 'mail')]:
        await jobs.put(Job(priority, name, payload=[name] * priority))
    print(jobs)
    await drain(jobs)

    stack = asyncio.LifoQueue()
    for letter in 'abc':
        stack.put_nowait(letter)
    await drain(stack)

    small = asyncio.Queue(maxsize=1)
    small.put_nowait('only')
    for call in (lambda: small.put_nowait('more'), small.get_nowait, small.get_nowait):
        try:
            print('ok', call())
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(type(error).__name__, repr(error), small.full(), small.qsize())

    small.shutdown()
    try:
        await small.get()
    except asyncio.QueueShutDown:
        print('no more', small)


asyncio.run(main())
