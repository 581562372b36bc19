import asyncio

async def main():
    q = asyncio.Queue(2)
    async def job(i): await asyncio.sleep(3 - i); return i
    async def starter():
        for i in range(4): await q.put(asyncio.create_task(job(i % 3))); print('started', i)
        await q.put(None)
    s = asyncio.create_task(starter())
    while (t := await q.get()) is not None: print(await t, asyncio.get_running_loop().time()); q.task_done()
    q.task_done(); await q.join(); print(s.done())

asyncio.run(main())
