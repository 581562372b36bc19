import asyncio

async def main():
    s = asyncio.Semaphore(1); await s.acquire()
    async def w(i): await s.acquire(); print(i, 'in')
    ts = [asyncio.create_task(w(i)) for i in range(4)]; await asyncio.sleep(0)
    s.release(); print(s.locked(), s._value); ts[0].cancel(); ts[1].cancel(); await asyncio.sleep(0)
    print(s.locked(), s._value); s.release(); s.release(); await asyncio.gather(*ts, return_exceptions=True); print(s._value, s.locked())

asyncio.run(main())
