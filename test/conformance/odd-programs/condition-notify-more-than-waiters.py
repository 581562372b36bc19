import asyncio

async def main():
    c = asyncio.Condition(); order = []
    async def w(i):
        async with c: await c.wait(); order.append(i); await asyncio.sleep(0.1)
    ts = [asyncio.create_task(w(i)) for i in range(4)]; await asyncio.sleep(0)
    async with c: c.notify(2); ts[1].cancel()
    await asyncio.sleep(1); print(order)
    async with c: c.notify(9)
    await asyncio.wait(ts); print(order, [t.cancelled() for t in ts], c.locked())

asyncio.run(main())
