import asyncio

async def main():
    async def g():
        for i in range(4): await asyncio.sleep(1); yield i
    a = g()
    async def eat(n):
        try:
            async for x in a: print(n, x)
        except RuntimeError as e: print(n, e)
    await asyncio.gather(eat('p'), eat('q'))

asyncio.run(main())
