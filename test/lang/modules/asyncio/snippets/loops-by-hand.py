import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon_threadsafe(print, 'from a thread')
    await asyncio.sleep(0)
    return loop.is_running()


def handler(loop, context):
    print('handler', context)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()), asyncio.get_event_loop() is loop)
print(loop.get_debug(), loop.set_debug(True), loop.get_debug(), loop.set_debug(False))
print(loop.slow_callback_duration)
loop.slow_callback_duration = 0.5
print(loop.slow_callback_duration, loop.get_exception_handler())
loop.set_exception_handler(handler)
print(loop.get_exception_handler() is handler)
loop.call_exception_handler({'message': 'by hand', 'number': 1})
loop.default_exception_handler({'message': 'on stderr'})
loop.call_soon(loop.stop)
print(loop.run_forever(), asyncio._get_running_loop())
print(loop.run_until_complete(loop.shutdown_asyncgens()))
print(loop.run_until_complete(loop.shutdown_default_executor()))
loop.close()
print(loop.is_closed(), isinstance(loop, (asyncio.BaseEventLoop, asyncio.SelectorEventLoop)))
with asyncio.Runner(loop_factory=asyncio.EventLoop) as runner:
    print(runner.run(value('run')), runner.get_loop() is loop)
print(runner.close(), asyncio.EventLoop is asyncio.SelectorEventLoop)
