import asyncio

async def worker(i, q):
    while True:
        item = await q.get()
        try:
            print(i, item)
            await asyncio.sleep(item)
        finally:
            q.task_done()
async def main():
    q = asyncio.Queue()
    ws = [asyncio.create_task(worker(i, q), name=f'w{i}') for i in range(3)]
    for i in (1, 2, 1, 2, 0, 1): q.put_nowait(i)
    await asyncio.sleep(1.5)
    ws[1].cancel()
    await q.join()
    print('joined')
    for w in ws: w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))

asyncio.run(main())
