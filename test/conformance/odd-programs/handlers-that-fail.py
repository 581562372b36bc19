import asyncio


def boom(text):
    raise ValueError(text)


def failing(loop, context):
    print('failing', context['exception'])
    raise RuntimeError('in the handler')


def leaving(error):
    def handler(loop, context):
        print('leaving', context['exception'])
        raise error
    return handler


def given(loop, context):
    print(context, context is own)


own = {'message': 'by hand', 'what': 1}


async def main(error):
    loop = asyncio.get_running_loop()
    for wrong in (5, 'handler', ['boom']):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as e:
            print(e)
    loop.set_exception_handler(failing)
    loop.call_soon(boom, 'first')
    await asyncio.sleep(1)
    loop.set_exception_handler(given)
    loop.call_exception_handler(own)
    loop.default_exception_handler({'message': ''})
    loop.set_exception_handler(None)
    loop.call_soon(boom, 'second')
    await asyncio.sleep(1)
    loop.set_exception_handler(leaving(error))
    loop.call_soon(boom, 'third')
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print('cancelled in', repr(e.__context__), repr(e.__context__.__context__))
        raise
    print('went on')


for error in (KeyboardInterrupt('stop'), SystemExit(3), OSError('handler')):
    try:
        asyncio.run(main(error))
    except BaseException as e:
        print('left', repr(e), repr(e.__context__))
