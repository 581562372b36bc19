import asyncio


async def value(x):
    return x


async def attempt(name, act):
    try:
        result = act()
        if asyncio.iscoroutine(result) or asyncio.isfuture(result):
            result = await result
        print(name, 'gave', result)
    except Exception as error:
        print(name, type(error).__name__, error)


def shout(*words):
    print('called with', words)


async def main():
    loop = asyncio.get_running_loop()
    await attempt('sleep text', lambda: asyncio.sleep('1'))
    await attempt('sleep None', lambda: asyncio.sleep(None))
    await attempt('sleep True', lambda: asyncio.sleep(False, 'x'))
    await attempt('create_task of int', lambda: asyncio.create_task(3))
    await attempt('gather of int', lambda: asyncio.gather(3))
    await attempt('ensure_future of text', lambda: asyncio.ensure_future('x'))
    await attempt('shield of None', lambda: asyncio.shield(None))
    task = asyncio.create_task(value(1))
    await attempt('as_completed of a task', lambda: [x for x in asyncio.as_completed(task)])
    await attempt('wait of a task', lambda: asyncio.wait(task))
    await attempt('wait of nothing', lambda: asyncio.wait([]))
    loop.call_soon(shout, 1, 'two', [3])
    loop.call_soon(shout)
    await asyncio.sleep(0)
    done, pending = await asyncio.wait({task})
    print(type(done).__name__, type(pending).__name__, done == {task})


asyncio.run(main())
for wrong in (3, None, value):
    try:
        asyncio.run(wrong)
    except (TypeError, ValueError):
        print('refused')


async def nested():
    coroutine = value(1)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    await coroutine


asyncio.run(nested())
