import asyncio

async def main():
    q = asyncio.Queue()
    for i in range(3): q.put_nowait(i)
    async def j(n): await q.join(); print('joined', n)
    ts = [asyncio.create_task(j(n)) for n in range(3)]; await asyncio.sleep(0); ts[1].cancel()
    for _ in range(3): q.get_nowait(); q.task_done()
    q.put_nowait('new'); await asyncio.wait(ts); print(q.qsize(), q.empty(), q.full()); q.get_nowait(); q.task_done(); await q.join()

asyncio.run(main())
