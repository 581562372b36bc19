import asyncio

async def main():
    c = asyncio.Condition()
    async def w(i, t):
        async with c:
            try: await asyncio.wait_for(c.wait(), t); print(i, 'notified')
            except TimeoutError: print(i, 'late', c.locked())
    ts = [asyncio.create_task(w(i, 1 + i % 2)) for i in range(4)]
    await asyncio.sleep(1)
    async with c: c.notify(1); await asyncio.sleep(1.5)
    await asyncio.gather(*ts)

asyncio.run(main())
