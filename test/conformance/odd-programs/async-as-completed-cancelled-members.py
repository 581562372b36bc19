import asyncio

async def f(t):
    await asyncio.sleep(t)
    if t == 2: raise ValueError(t)
    return t
async def main():
    ts = [asyncio.create_task(f(i)) for i in (3, 1, 2)]
    asyncio.get_running_loop().call_later(1, ts[0].cancel)
    async for t in asyncio.as_completed(ts):
        print(ts.index(t), t.cancelled(), None if t.cancelled() else t.exception())

asyncio.run(main())
