import asyncio

async def leaf(n, t, bad=False):
    try:
        await asyncio.sleep(t)
        if bad: raise RuntimeError(n)
    except asyncio.CancelledError as e:
        print(n, 'cancelled', e.args); raise
async def inner():
    async with asyncio.TaskGroup() as g:
        g.create_task(leaf('i1', 5)); g.create_task(leaf('i2', 1, True))
        g.create_task(leaf('i3', 1, True))
async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(leaf('o1', 9))
            g.create_task(inner())
            await leaf('body', 9)
    except* RuntimeError as eg:
        print(repr(eg))
    print(asyncio.current_task().cancelling())

asyncio.run(main())
