import asyncio


async def value(x):
    return x


def attempt(what, act):
    try:
        print(what, act())
    except Exception as error:
        print(what, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    make = {'Task': asyncio.Task, 'Future': asyncio.Future, 'create': asyncio.create_task}
    attempt('none', lambda: make['Task']())
    attempt('two', lambda: make['Task'](value(1), loop))
    attempt('unknown', lambda: make['Task'](value(1), zzz=1))
    attempt('no coroutine', lambda: asyncio.Task(5))
    attempt('no loop', lambda: asyncio.Task(value(1), loop=5))
    attempt('no loop first', lambda: asyncio.Task(5, loop=5))
    attempt('eager without a loop', lambda: asyncio.Task(value(1), eager_start=True))
    attempt('eager', lambda: asyncio.Task(value(1), loop=loop, eager_start=True))
    attempt('not eager', lambda: asyncio.Task(value(1), loop=loop, eager_start=None).get_name())
    attempt('named', lambda: asyncio.Task(coro=value(1), name=3.5).get_name())
    attempt('future', lambda: make['Future'](1))
    attempt('future unknown', lambda: make['Future'](zzz=1))
    attempt('future no loop', lambda: asyncio.Future(loop=5))
    attempt('future loops', lambda: [asyncio.Future(loop=each).get_loop() is loop for each in (loop, None)])
    attempt('created no coroutine', lambda: make['create'](5))
    attempt('created unknown', lambda: make['create'](value(1), zzz=1))
    attempt('created with a loop', lambda: make['create'](value(1), loop=loop))
    task = asyncio.Task(value('by hand'), loop=loop)
    print(isinstance(task, asyncio.Future), task.get_name(), await task, await asyncio.ensure_future(value(2), loop=loop))
    attempt('other loop', lambda: asyncio.ensure_future(task, loop=5))
    attempt('no loop to ensure', lambda: asyncio.ensure_future(value(1), loop=5))


asyncio.run(main())
