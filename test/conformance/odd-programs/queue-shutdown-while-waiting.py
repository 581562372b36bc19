import asyncio

async def main():
    q = asyncio.Queue(1)
    async def get(i):
        try: print(i, 'got', await q.get()); q.task_done()
        except asyncio.QueueShutDown as e: print(i, repr(e))
    async def put(i):
        try: await q.put(i); print('put', i)
        except asyncio.QueueShutDown as e: print('put', i, repr(e))
    ps = [asyncio.create_task(put(i)) for i in range(4)]
    await asyncio.sleep(0)
    gs = [asyncio.create_task(get(i)) for i in range(2)]
    await asyncio.sleep(0)
    q.shutdown()
    await asyncio.sleep(0)
    print(q.qsize())
    q.shutdown(immediate=True)
    await asyncio.gather(*ps, *gs)
    await q.join(); print('end')

asyncio.run(main())
