import asyncio


async def cancels(name, then):
    me = asyncio.current_task()
    print(name, me.cancel(name), me.cancelling())
    try:
        if then == 'sleep':
            await asyncio.sleep(1)
        elif then == 'yield':
            await asyncio.sleep(0)
        elif then == 'itself':
            await me
    except BaseException as error:
        print(name, type(error).__name__, error.args[:1] if then != 'itself' else None)
        if then == 'itself':
            return me.uncancel()
        raise
    return name


async def main():
    tasks = []
    for then in ('return', 'sleep', 'yield', 'itself'):
        tasks.append(asyncio.create_task(cancels(then, then), eager_start=True))
        print(tasks[-1].done(), tasks[-1].cancelled(), tasks[-1].cancelling())
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
