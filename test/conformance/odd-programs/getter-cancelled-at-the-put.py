import asyncio

async def main():
    q = asyncio.Queue()
    async def getter(i):
        try: print(i, await q.get())
        except asyncio.CancelledError: print(i, 'cancelled', q.qsize()); raise
    ts = [asyncio.create_task(getter(i)) for i in range(4)]
    await asyncio.sleep(0)
    q.put_nowait('a'); q.put_nowait('b')
    ts[0].cancel(); ts[2].cancel()
    await asyncio.sleep(0)
    q.put_nowait('c')
    await asyncio.wait(ts, timeout=1)
    print([t.done() for t in ts], q.qsize())
    ts[3].cancel()

asyncio.run(main())
