import asyncio


async def child(name, delay=None, error=None):
    try:
        if delay is not None:
            await asyncio.sleep(delay)
        if error is not None:
            raise error
    except BaseException as caught:
        print(name, repr(caught))
        raise
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(child(i), eager_start=True) for i in range(2)]
        print([task.done() for task in tasks], group)
    print(group)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child('fails', error=ValueError('now')), eager_start=True)
            print('not cancelled yet', asyncio.current_task().cancelling())
            group.create_task(child('waits', 1), eager_start=True)
            group.create_task(child('ordinary'))
            await child('body', 1)
    except* ValueError as error:
        print(repr(error), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child('cancelled', error=asyncio.CancelledError('c')), eager_start=True)
            group.create_task(child('late', 0.25, KeyError('k')), eager_start=True)
    except* KeyError as error:
        print(repr(error))


asyncio.run(main())
