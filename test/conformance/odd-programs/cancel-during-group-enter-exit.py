import asyncio

async def w():
    async with asyncio.TaskGroup() as g:
        g.create_task(asyncio.sleep(2))
        print('body ends')
    print('not here')
async def main():
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    for m in ('a', 'b', 'c'): print(t.cancel(m))
    try: await t
    except asyncio.CancelledError as e: print(e.args, t.cancelling())

asyncio.run(main())
