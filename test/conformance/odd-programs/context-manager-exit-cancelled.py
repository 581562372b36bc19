import asyncio

class Resource:
    async def __aenter__(self): await asyncio.sleep(0); print('open'); return self
    async def __aexit__(self, kind, error, tb):
        print('exit', kind and kind.__name__)
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('exit cancelled'); raise
        print('exit done')
        return kind is ValueError
async def user(bad):
    async with Resource():
        await asyncio.sleep(1)
        if bad: raise ValueError
    print('after')
async def main():
    a, b, c = [asyncio.create_task(user(i == 1)) for i in range(3)]
    await asyncio.sleep(0.5); c.cancel()
    await asyncio.sleep(1); a.cancel()
    print(await asyncio.gather(a, b, c, return_exceptions=True))

asyncio.run(main())
