import asyncio

async def w(n):
    print(n, asyncio.current_task().get_name()); await asyncio.sleep(0); print(n, 'end')
async def main():
    loop = asyncio.get_running_loop(); ts = []
    loop.call_soon(lambda: ts.append(loop.create_task(w('cb'))))
    ts.append(asyncio.create_task(w('main')))
    t = asyncio.ensure_future(w('ens')); t.set_name('named')
    t.add_done_callback(lambda f: print('done', f.get_name(), asyncio.current_task()))
    t.add_done_callback(lambda f: ts.append(loop.create_task(w('chain'))))
    await asyncio.sleep(1); print(len(ts))

asyncio.run(main())
