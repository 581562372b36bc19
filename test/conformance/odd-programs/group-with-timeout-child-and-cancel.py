import asyncio

async def main():
    async def child(i):
        try:
            async with asyncio.timeout(i): await asyncio.sleep(3)
            print(i, 'ok')
        except TimeoutError: print(i, 'late'); raise
    async def run():
        async with asyncio.TaskGroup() as g:
            for i in (1, 1, 5): g.create_task(child(i))
    t = asyncio.create_task(run())
    asyncio.get_running_loop().call_at(1, t.cancel, 'outer')
    try: await t
    except* TimeoutError as eg: print(eg.exceptions, t.cancelling())
    except* asyncio.CancelledError as eg: print('cancelled', eg)

asyncio.run(main())
