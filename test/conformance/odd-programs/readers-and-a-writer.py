import asyncio

async def main():
    c = asyncio.Condition(); readers = 0; log = []
    async def reader(i):
        nonlocal readers
        async with c: readers += 1
        await asyncio.sleep(1); print('read', i)
        async with c:
            readers -= 1
            if not readers: c.notify_all()
    async def writer(i):
        async with c:
            await c.wait_for(lambda: readers == 0)
            print('write', i); await asyncio.sleep(1)
    await asyncio.gather(reader(0), writer(0), reader(1), writer(1), reader(2))

asyncio.run(main())
