import asyncio

async def main():
    async def w(n):
        try: await asyncio.sleep(9)
        except asyncio.CancelledError as e: print(n, e.args); raise
    async def outer(flag): return await asyncio.gather(w(1), w(2), return_exceptions=flag)
    for flag in (False, True):
        t = asyncio.create_task(outer(flag)); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel('g')
        try: print(await t)
        except asyncio.CancelledError as e: print('main', e.args, t.cancelling())
    ts = [asyncio.create_task(w(i)) for i in (3, 4)]; g = asyncio.gather(*ts); await asyncio.sleep(0); ts[0].cancel('child')
    try: await g
    except asyncio.CancelledError as e: print('g', e.args, g.cancelled(), ts[1].done())
    ts[1].cancel()

asyncio.run(main())
