import asyncio

async def main():
    q = asyncio.Queue(1)
    async def putter(i): await q.put(i); print(i, 'in')
    ts = [asyncio.create_task(putter(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(q.get_nowait())
    await q.put('main'); print('main in')
    while not q.empty(): print(await q.get()); await asyncio.sleep(0)
    await asyncio.gather(*ts)

asyncio.run(main())
