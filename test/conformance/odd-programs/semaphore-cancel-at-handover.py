import asyncio

async def w(i, s):
    try:
        async with s:
            print(i, 'in')
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(i, 'out', s.locked(), s._value)
        raise
async def main():
    s = asyncio.Semaphore(1)
    ts = [asyncio.create_task(w(i, s)) for i in range(5)]
    await asyncio.sleep(1)
    print('cancel 1', ts[1].cancel(), ts[2].cancel('two'))
    print(await asyncio.gather(*ts, return_exceptions=True))

asyncio.run(main())
