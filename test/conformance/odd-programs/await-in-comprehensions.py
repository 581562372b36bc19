import asyncio

async def f(i): await asyncio.sleep(i % 3); return i
async def agen(n):
    for i in range(n): yield await f(i)
async def main():
    print([await f(i) for i in range(4) if await f(i) % 2 == 0])
    print({i: await f(i) async for i in agen(3)}, [x async for x in agen(4) if await f(x)])
    print(await f(1) + await f(2) if await f(0) == 0 else None)

asyncio.run(main())
