import asyncio

async def main():
    a, b, c = asyncio.Queue(1), asyncio.Queue(2), asyncio.Queue(1)
    async def stage(i, o, f, t):
        while (x := await i.get()) is not None:
            await asyncio.sleep(t); await o.put(f(x))
        await o.put(None)
    async with asyncio.TaskGroup() as g:
        g.create_task(stage(a, b, lambda x: x * 2, 0.3)); g.create_task(stage(b, c, lambda x: x + 1, 0.5))
        async def feed():
            for i in range(5): await a.put(i); print('fed', i)
            await a.put(None)
        g.create_task(feed())
        while (x := await c.get()) is not None: print(x, asyncio.get_running_loop().time())

asyncio.run(main())
