import asyncio


class Failing:
    def method(self):
        raise KeyError('method')

    def __call__(self):
        raise KeyError('called')


def handler(loop, context):
    message = context['message'].split(' at 0x')[0]
    print(message, list(context), repr(context['exception']))


def plain(*args):
    raise ValueError(args)


async def late():
    try:
        await asyncio.sleep(9)
    finally:
        raise TypeError('late')


async def shielded():
    await asyncio.sleep(1)
    raise OSError('shielded')


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler(), loop.set_exception_handler(handler))
    print(loop.get_exception_handler() is handler)
    future = loop.create_future()
    future.add_done_callback(plain)
    future.set_result(1)
    for callback in (plain, lambda: plain(2), Failing().method, Failing()):
        loop.call_soon(callback)
    loop.call_later(0.5, plain, 1, 2)
    loop.call_soon(future.set_result, 2)
    waiter = asyncio.create_task(asyncio.wait_for(asyncio.shield(shielded()), 0.1))
    await asyncio.wait([waiter])
    print(type(waiter.exception()).__name__)
    await asyncio.sleep(2)
    asyncio.create_task(late(), name='late')
    await asyncio.sleep(0)


asyncio.run(main())
