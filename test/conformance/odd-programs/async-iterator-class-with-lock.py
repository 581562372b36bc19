import asyncio

class Ticker:
    def __init__(self, n, lock): self.n, self.lock = n, lock
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        async with self.lock: await asyncio.sleep(1)
        self.n -= 1; return self.n
async def main():
    l = asyncio.Lock()
    async def eat(i):
        async for x in Ticker(3, l): print(i, x)
        else: print(i, 'end')
    await asyncio.gather(*(eat(i) for i in range(3)))

asyncio.run(main())
