import asyncio

async def main():
    async def inner():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError as e: print('inner', e.args); raise
    t = asyncio.create_task(inner()); s = asyncio.shield(t); s.add_done_callback(lambda f: print('s done', f.cancelled()))
    await asyncio.sleep(0); t.cancel('inner one')
    try: await s
    except asyncio.CancelledError as e: print(e.args, asyncio.current_task().cancelling())
    d = asyncio.get_running_loop().create_future(); d.set_result(1); print(asyncio.shield(d) is d)
    s2 = asyncio.shield(asyncio.sleep(1, 'x')); print(s2.cancel('outer')); await asyncio.sleep(2)

asyncio.run(main())
