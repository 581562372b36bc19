import asyncio

async def main():
    s = asyncio.Semaphore(0)
    async def w(i):
        await s.acquire(); print(i, s._value, s.locked())
    ts = [asyncio.create_task(w(i)) for i in range(5)]
    await asyncio.sleep(0)
    for _ in range(3): s.release()
    ts[0].cancel(); ts[4].cancel()
    await asyncio.sleep(0); print('mid', s._value, s.locked())
    s.release(); await asyncio.wait(ts, timeout=1); print(s._value, s.locked(), [t.cancelled() for t in ts])

asyncio.run(main())
