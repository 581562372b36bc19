import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


def telling(loop, coro, **kwargs):
    print('makes', coro.__name__, sorted(kwargs), loop.get_task_factory() is telling)
    return asyncio.Task(coro, loop=loop, **kwargs)


async def wrapped(coro):
    print('wrapped', asyncio.current_task().get_name())
    return [await coro]


def construct(coro, *, loop, eager_start, **kwargs):
    print('constructs', eager_start, kwargs)
    return asyncio.Task(coro, loop=loop, eager_start=eager_start, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(telling)
    print(await asyncio.create_task(value(1), name='named', eager_start=True))
    print(await asyncio.gather(value(2), asyncio.ensure_future(value(3))))
    loop.set_task_factory(lambda loop, coro, **kwargs: asyncio.Task(wrapped(coro), loop=loop, **kwargs))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(value(4), name='in group')
    print(task.result(), await asyncio.wait_for(loop.create_task(value(5)), 1))
    loop.set_task_factory(asyncio.create_eager_task_factory(construct))
    print(await asyncio.create_task(value(6)), await asyncio.create_task(value(7), eager_start=False))
    loop.set_task_factory(None)
    print(await asyncio.create_task(value(8)))
    loop.set_task_factory(telling)


asyncio.run(main())
