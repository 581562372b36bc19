import asyncio


async def leave(kind, waits):
    try:
        if waits:
            await asyncio.sleep(0)
        raise kind(3)
    finally:
        print('leaving', asyncio.current_task().get_name())


async def main():
    for kind in (SystemExit, KeyboardInterrupt, ValueError, GeneratorExit, asyncio.CancelledError):
        try:
            task = asyncio.create_task(leave(kind, False), eager_start=True)
            print('made', task.done(), task.cancelled(), len(asyncio.all_tasks()))
        except BaseException as error:
            print('left', repr(error), asyncio.current_task().get_name())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1), eager_start=True)
            group.create_task(leave(SystemExit, False), eager_start=True)
    except BaseException as error:
        print('group', repr(error), len(asyncio.all_tasks()))
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(leave(ValueError, True), leave(SystemExit, False))


asyncio.run(main())
