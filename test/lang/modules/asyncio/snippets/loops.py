import asyncio


def told(*words):
    print('told', *words)


def handler(loop, context):
    print('handler', context['message'][:21], repr(context.get('exception')))


def boom():
    raise ValueError('boom')


def factory(loop, coro, **kwargs):
    return asyncio.Task(coro, loop=loop)


async def value(x):
    return x


async def main():
    loop = asyncio.get_running_loop()
    print(isinstance(loop, asyncio.AbstractEventLoop), loop.is_running(), loop.is_closed(), loop.get_debug())
    start = loop.time()
    print(type(start).__name__)
    loop.call_later(0.03, told, 'later', 3)
    loop.call_at(start + 0.02, told, 'at', 2)
    soon = loop.call_soon(told, 'soon', 1)
    never = loop.call_later(0.01, told, 'never')
    print(soon.cancelled(), never.cancelled(), never.when() > start)
    never.cancel()
    print(never.cancelled(), isinstance(never, asyncio.TimerHandle), isinstance(soon, asyncio.Handle))
    await asyncio.sleep(0.05)
    print(await loop.create_task(value(1), name='named'))
    future = loop.create_future()
    loop.call_soon(future.set_result, 'set')
    print(await future)
    print(loop.slow_callback_duration)
    loop.set_debug(True)
    loop.slow_callback_duration = 1.5
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.set_debug(False)
    await asyncio.sleep(0)
    loop.set_exception_handler(handler)
    loop.call_soon(boom)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory, await loop.create_task(value(2), name='named'))
    loop.set_task_factory(None)
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error, loop.get_task_factory())
    return loop


loop = asyncio.run(main())
print(loop.is_running(), loop.is_closed())


async def stopping():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)


try:
    asyncio.run(stopping())
except RuntimeError as error:
    print(error)


async def kept_open():
    try:
        yield 1
    finally:
        print('closed')


async def shutting_down():
    generator = kept_open()
    print(await anext(generator), await asyncio.get_running_loop().shutdown_asyncgens())


asyncio.run(shutting_down())
