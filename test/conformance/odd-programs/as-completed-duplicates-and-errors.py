import asyncio

async def main():
    async def f(i):
        await asyncio.sleep(i % 2)
        if i == 3: raise ValueError(i)
        return i
    ts = [asyncio.create_task(f(i)) for i in range(5)]
    for c in asyncio.as_completed(ts + ts[:2]):
        try: print(await c)
        except ValueError as e: print(repr(e))
    for c in asyncio.as_completed([]): print('none')

asyncio.run(main())
