import asyncio

async def main():
    async def level(n, below=None):
        try: await (below or asyncio.sleep(9))
        except asyncio.CancelledError as e: print(n, e.args, asyncio.current_task().cancelling())
        return n
    a = asyncio.create_task(level('a')); b = asyncio.create_task(level('b', a)); c = asyncio.create_task(level('c', b))
    await asyncio.sleep(1); print(c.cancel('top'), a.cancelling(), b.cancelling(), c.cancelling())
    print(await asyncio.gather(a, b, c))

asyncio.run(main())
