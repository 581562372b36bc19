import asyncio

async def main():
    e = asyncio.Event()
    async def w(i, t):
        try: print(i, await asyncio.wait_for(e.wait(), t))
        except TimeoutError: print(i, 'late', e.is_set())
    ts = [asyncio.create_task(w(i, t)) for i, t in enumerate((2, 1, 3, 2))]
    await asyncio.sleep(2); e.set(); e.set(); await asyncio.sleep(0); e.clear()
    await asyncio.gather(*ts, w(9, 0))

asyncio.run(main())
