import asyncio

async def main():
    loop = asyncio.get_running_loop(); loop.set_exception_handler(lambda l, c: print('handler', repr(c['exception'])))
    f = loop.create_future()
    def bad(x): raise ValueError('cb')
    f.add_done_callback(lambda x: print(1)); f.add_done_callback(bad); f.add_done_callback(lambda x: print(3)); f.set_result(None)
    loop.call_later(1, bad, 1); loop.call_later(1, print, 'after'); await asyncio.sleep(1); print('main')

asyncio.run(main())
