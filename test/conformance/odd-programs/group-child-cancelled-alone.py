import asyncio

async def main():
    async with asyncio.TaskGroup() as g:
        a = g.create_task(asyncio.sleep(9)); b = g.create_task(asyncio.sleep(2, 'b'))
        await asyncio.sleep(1); a.cancel('alone')
    print(a.cancelled(), b.result(), asyncio.get_running_loop().time())
    async with asyncio.TaskGroup() as g:
        c = g.create_task(asyncio.sleep(9))
        try: await c if c.cancel() else None
        except asyncio.CancelledError: print('seen')
    try: g.create_task(main())
    except RuntimeError as e: print(e.args[0].split('> ')[-1])

asyncio.run(main())
