import asyncio

async def main():
    e = asyncio.Event()
    async def w(i):
        for r in range(2): await e.wait(); print(i, r); await asyncio.sleep(i % 2)
    ts = [asyncio.create_task(w(i)) for i in range(3)]; await asyncio.sleep(0)
    e.set(); e.clear(); await asyncio.sleep(0); ts[2].cancel(); await asyncio.sleep(1.5); e.set()
    print(await asyncio.gather(*ts, return_exceptions=True), e.is_set())

asyncio.run(main())
