import asyncio

async def main():
    loop = asyncio.get_running_loop(); hs = {}
    hs['a'] = loop.call_later(1, lambda: (print('a'), hs['b'].cancel()))
    hs['b'] = loop.call_later(1, print, 'b'); hs['c'] = loop.call_later(1, lambda: (print('c'), hs['a'].cancel()))
    hs['s'] = loop.call_soon(print, 's'); loop.call_soon(print, 't'); hs['s'].cancel()
    await asyncio.sleep(2); print([k for k, h in hs.items() if h.cancelled()])

asyncio.run(main())
