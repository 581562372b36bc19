import asyncio

async def w(i, l):
    try:
        async with l:
            print(i, 'has it'); await asyncio.sleep(1)
    except asyncio.CancelledError: print(i, 'gives up', l.locked()); raise
async def main():
    l = asyncio.Lock()
    ts = [asyncio.create_task(w(i, l)) for i in range(6)]
    await asyncio.sleep(0.5)
    ts[1].cancel(); ts[3].cancel()
    await asyncio.sleep(0.5)
    ts[2].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))

asyncio.run(main())
