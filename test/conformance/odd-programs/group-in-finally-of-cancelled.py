import asyncio

async def main():
    async def w():
        try: await asyncio.sleep(9)
        finally:
            async with asyncio.TaskGroup() as g:
                g.create_task(asyncio.sleep(1)); t = g.create_task(asyncio.sleep(0.5, 'x'))
            print('cleaned', t.result())
    t = asyncio.create_task(w()); await asyncio.sleep(1); t.cancel('first')
    await asyncio.sleep(0.7); t.cancel('second')
    try: await t
    except asyncio.CancelledError as e: print(e.args, repr(e.__context__), asyncio.get_running_loop().time())

asyncio.run(main())
