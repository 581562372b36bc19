import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def handler(l, c): print('handler', repr(c['exception'])); raise KeyError('h')
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0); await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_soon(print, 'on')
    await asyncio.sleep(1)

asyncio.run(main())
