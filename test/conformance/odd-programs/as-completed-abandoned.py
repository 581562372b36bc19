import asyncio

async def main():
    async def f(i): await asyncio.sleep(i); print('ran', i); return i
    for c in asyncio.as_completed([f(3), f(1), f(2)]):
        print(await c); break
    await asyncio.sleep(5)

asyncio.run(main())
