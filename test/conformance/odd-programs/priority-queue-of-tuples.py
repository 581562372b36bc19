import asyncio

async def main():
    q = asyncio.PriorityQueue(3)
    async def producer():
        for i in (5, 1, 4, 2, 3):
            await q.put((i, f'n{i}')); print('put', i, q.qsize())
    t = asyncio.create_task(producer())
    await asyncio.sleep(0)
    while not (t.done() and q.empty()):
        print(await q.get()); await asyncio.sleep(0)

asyncio.run(main())
