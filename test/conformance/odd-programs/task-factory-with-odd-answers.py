import asyncio


class Odd:
    pass


async def value(x=None):
    return x


async def attempt(what, act):
    try:
        answer = act()
        answer = await answer if hasattr(answer, '__await__') else type(answer).__name__
        print(what, answer)
    except BaseException as error:
        print(what, type(error).__name__, error)


async def group_of(coro):
    async with asyncio.TaskGroup() as group:
        group.create_task(coro)


async def main():
    loop = asyncio.get_running_loop()
    for factory in (5, 'text', print):
        await attempt('set', lambda: loop.set_task_factory(factory))
    for odd in (None, (1,), Odd()):
        loop.set_task_factory(lambda loop, coro, **kwargs: (coro.close(), odd)[1])
        await attempt('create_task', lambda: asyncio.create_task(value(), anything='goes'))
        await attempt('ensure_future', lambda: asyncio.ensure_future(value()))
        await attempt('shield', lambda: asyncio.shield(value()))
        await attempt('wait_for', lambda: asyncio.wait_for(value(), 0))
        await attempt('group', lambda: group_of(value()))
        if not isinstance(odd, Odd):
            await attempt('gather', lambda: asyncio.gather(value()))

    def refusing(loop, coro, **kwargs):
        raise RuntimeError('no tasks today')

    loop.set_task_factory(refusing)
    coro = value()
    await attempt('refused', lambda: asyncio.ensure_future(coro))
    await attempt('closed by that', lambda: coro)
    loop.set_task_factory(lambda loop, coro, **kwargs: (coro.close(), loop.create_future())[1])
    future = asyncio.create_task(value())
    future.set_result('a future will do')
    await attempt('future', lambda: future)
    loop.set_task_factory(lambda loop, coro, **kwargs: None)


asyncio.run(main())
