import asyncio


async def main():
    for make in (
        lambda: asyncio.Semaphore(2)._value,
        lambda: asyncio.Semaphore(value=3)._value,
        lambda: asyncio.Semaphore()._value,
        lambda: asyncio.Semaphore(-1),
        lambda: asyncio.Semaphore(*(1, 2)),
        lambda: asyncio.Lock(*(1,)),
        lambda: asyncio.Event(**{'loop': None}),
        lambda: asyncio.Queue(5).maxsize,
        lambda: asyncio.Queue(**{'size': 5}),
        lambda: asyncio.PriorityQueue(maxsize=2).maxsize,
        lambda: asyncio.LifoQueue().maxsize,
        lambda: asyncio.BoundedSemaphore(value=0).locked(),
        lambda: asyncio.Condition(lock=asyncio.Lock()).locked(),
        lambda: asyncio.Timeout(None).when(),
        lambda: asyncio.TaskGroup(*[1]),
    ):
        try:
            print(make())
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
