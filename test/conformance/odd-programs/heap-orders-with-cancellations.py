import asyncio

async def main():
    async def s(i, t):
        try: await asyncio.sleep(t); print(i)
        except asyncio.CancelledError: print('c', i)
    ts = [asyncio.create_task(s(i, 2 - i % 2)) for i in range(14)]; await asyncio.sleep(0.5)
    for i in (1, 4, 7, 8): ts[i].cancel()
    await asyncio.sleep(0); more = [asyncio.create_task(s(i, 1.5 - i % 2)) for i in range(20, 26)]; await asyncio.wait(ts + more)

asyncio.run(main())
