import asyncio

async def w(i, c):
    async with c:
        try:
            await c.wait()
            print(i, 'notified')
        except asyncio.CancelledError:
            print(i, 'cancelled')
            raise
async def main():
    c = asyncio.Condition()
    ts = [asyncio.create_task(w(i, c)) for i in range(4)]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
        ts[0].cancel('x')
        ts[3].cancel('y')
    await asyncio.sleep(1)
    print([t.done() for t in ts])
    async with c: c.notify_all()
    print(await asyncio.gather(*ts, return_exceptions=True))

asyncio.run(main())
