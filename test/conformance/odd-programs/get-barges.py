import asyncio

async def main():
    q = asyncio.Queue()
    async def getter(i): print(i, await q.get())
    ts = [asyncio.create_task(getter(i)) for i in range(3)]
    await asyncio.sleep(0)
    q.put_nowait('a')
    print('main takes', await q.get())
    q.put_nowait('b')
    await asyncio.sleep(0)
    q.put_nowait('c'); q.put_nowait('d')
    print('main takes', await q.get())
    await asyncio.sleep(0)
    q.put_nowait('e')
    await asyncio.gather(*ts); print(q.qsize())

asyncio.run(main())
