import asyncio

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    async def w(x, y, n):
        async with x:
            print(n, 'first'); await asyncio.sleep(0)
            async with y: print('never')
    await asyncio.gather(w(a, b, 1), w(b, a, 2))

asyncio.run(main())
