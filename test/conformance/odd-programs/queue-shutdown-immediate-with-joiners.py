import asyncio

async def main():
    q = asyncio.PriorityQueue()
    for i in (3, 1, 2): q.put_nowait(i)
    j = asyncio.create_task(q.join()); await asyncio.sleep(0); print(await q.get()); q.shutdown(True); await asyncio.sleep(0)
    print(j.done()); q.task_done(); await j; print('joined')
    for what in (lambda: q.put_nowait(1), q.get_nowait):
        try: what()
        except asyncio.QueueShutDown as e: print(repr(e))

asyncio.run(main())
