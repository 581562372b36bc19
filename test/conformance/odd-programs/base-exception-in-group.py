import asyncio

class Stop(BaseException): pass
async def main():
    async def bad(): await asyncio.sleep(1); raise Stop('s')
    async def other():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: print('other off'); raise
    try:
        async with asyncio.TaskGroup() as g: g.create_task(other()); g.create_task(bad())
    except BaseExceptionGroup as eg: print(repr(eg))
    try: await asyncio.gather(other(), bad())
    except Stop as e: print(repr(e))

asyncio.run(main())
