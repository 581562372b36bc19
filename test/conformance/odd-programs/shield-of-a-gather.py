import asyncio

async def main():
    g = asyncio.gather(asyncio.sleep(1, 'a'), asyncio.sleep(2, 'b'))
    async def w():
        try: print(await asyncio.shield(g))
        except asyncio.CancelledError as e: print('w', e.args, g.done()); raise
    t = asyncio.create_task(w()); u = asyncio.create_task(w()); await asyncio.sleep(1); t.cancel('t')
    await asyncio.wait([t, u]); print(g.result())
    g = asyncio.gather(asyncio.sleep(5)); v = asyncio.create_task(w()); await asyncio.sleep(0); g.cancel('g')
    await asyncio.wait([v]); print(v.cancelled())

asyncio.run(main())
