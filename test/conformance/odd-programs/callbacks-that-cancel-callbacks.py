import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    hs = []
    def a(fut): print('a', fut.result()); hs[0].cancel(); f.add_done_callback(c)
    def b(fut): print('b')
    def c(fut): print('c')
    f.add_done_callback(a); f.add_done_callback(b); f.add_done_callback(b)
    print(f.remove_done_callback(b))
    f.add_done_callback(b)
    f.set_result(1)
    hs.append(loop.call_soon(print, 'never'))
    loop.call_soon(print, 'soon')
    await f
    print('main'); await asyncio.sleep(0); await asyncio.sleep(0)

asyncio.run(main())
