import asyncio

async def main():
    loop = asyncio.get_running_loop(); ticks = []
    async def tick(d, n):
        for _ in range(n): await asyncio.sleep(d)
        ticks.append((d, loop.time()))
    await asyncio.gather(tick(0.1, 10), tick(0.2, 5), tick(0.5, 2), tick(1, 1), tick(1 / 3, 3)); print(ticks)

asyncio.run(main())
