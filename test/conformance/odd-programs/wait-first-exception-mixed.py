import asyncio

async def f(t, e=None):
    await asyncio.sleep(t)
    if e: raise e
    return t
async def main():
    ts = [asyncio.create_task(f(1)), asyncio.create_task(f(2, ValueError('v'))), asyncio.create_task(f(3))]
    ts[0].cancel()
    d, p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p), [ts.index(x) for x in ts if x in d])
    d, p = await asyncio.wait(p, timeout=0.5)
    print(len(d), len(p))
    d, p = await asyncio.wait(p, return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p), d.pop().result())

asyncio.run(main())
