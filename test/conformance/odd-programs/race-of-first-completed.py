import asyncio

async def main():
    async def racer(i, t):
        try: await asyncio.sleep(t); return i
        finally: print('finally', i)
    ts = [asyncio.create_task(racer(i, t), name=f'r{i}') for i, t in enumerate((3, 1, 1, 2))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in ts if t in done])
    for t in ts:
        if t in pending: t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))

asyncio.run(main())
