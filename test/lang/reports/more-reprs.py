import asyncio


def plain(function):
    return function


@plain
@plain
async def work():
    await asyncio.sleep(
        1,
    )


class Ready:
    def __await__(self):
        yield


class Bell:
    def __call__(self, future):
        pass

    def __repr__(self):
        return '<bell>'


@plain
def ring():
    pass


async def outer():
    await asyncio.gather(
        work(),
        asyncio.wait_for(work(), 5),
    )


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work())
    print(task)
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)
    task = asyncio.ensure_future(Ready())
    print(task)
    await task
    print(task)
    for callee in (Bell(), Bell, Bell(), asyncio.Event().set, 'x'.join, len, ring, int):
        handle = loop.call_soon(callee)
        print(handle)
        handle.cancel()
    limit = asyncio.timeout(1 / 3)
    print(limit)
    async with limit:
        print(limit)
        limit.reschedule(None)
        print(limit)
    print(limit)
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.5)
    print(task)
    print(sorted(map(repr, asyncio.all_tasks()), key=len)[-1])
    await task
    condition = asyncio.Condition()
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    lock = asyncio.Lock()
    await lock.acquire()
    for coroutine in (lock.acquire(), queue.put(2), queue.join()):
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0)
        print(task)
        task.cancel()
        await asyncio.wait([task])
        print(task)
    async with condition:
        print(condition.locked())
    for wait in asyncio.as_completed([work(), work()]):
        task = asyncio.create_task(wait)
        await asyncio.sleep(0)
        print(task)
        await task


asyncio.run(main())
