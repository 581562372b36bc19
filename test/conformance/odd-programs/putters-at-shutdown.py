import asyncio

async def main():
    q = asyncio.LifoQueue(1)
    async def putter(i):
        try: await q.put(i); print(i, 'in')
        except asyncio.QueueShutDown: print(i, 'refused')
    ts = [asyncio.create_task(putter(i)) for i in range(3)]
    await asyncio.sleep(1)
    q.shutdown()
    await asyncio.sleep(1)
    print([t.done() for t in ts], await q.get())
    try: await q.get()
    except asyncio.QueueShutDown: print('empty')
    await asyncio.gather(*ts)

asyncio.run(main())
