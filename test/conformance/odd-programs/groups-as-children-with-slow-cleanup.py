import asyncio

async def main():
    async def leaf(n, c):
        try: await asyncio.sleep(9)
        finally: await asyncio.sleep(c); print('leaf', n)
    async def sub(n):
        async with asyncio.TaskGroup() as g:
            for i in range(2): g.create_task(leaf((n, i), n + i))
        print('sub', n)
    async def bomb(): await asyncio.sleep(1); raise ValueError('bomb')
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(sub(1)); g.create_task(bomb()); g.create_task(sub(2))
    except* ValueError as eg: print(eg.exceptions, asyncio.get_running_loop().time())

asyncio.run(main())
