import asyncio

async def main():
    async def bad(t, e):
        try: await asyncio.sleep(t)
        finally: raise e
    try:
        async with asyncio.TaskGroup() as g:
            for t, e in ((3, ValueError('3')), (1, KeyError('1')), (2, OSError('2')), (1, TypeError('1b'))): g.create_task(bad(t, e))
            await asyncio.sleep(0.5)
    except ExceptionGroup as eg: print(eg.exceptions, asyncio.get_running_loop().time())

asyncio.run(main())
