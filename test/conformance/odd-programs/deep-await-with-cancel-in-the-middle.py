import asyncio

async def main():
    async def down(n):
        try:
            if n == 0: await asyncio.sleep(9)
            else: await down(n - 1)
        except asyncio.CancelledError:
            if n % 10 == 5: print(n)
            if n == 25: await asyncio.sleep(1); print('turned', n); return
            raise
    t = asyncio.create_task(down(40)); await asyncio.sleep(0); t.cancel('deep'); await t; print(t.cancelled())

asyncio.run(main())
