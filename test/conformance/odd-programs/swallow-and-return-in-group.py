import asyncio

async def stubborn():
    while True:
        try: await asyncio.sleep(1); return 'kept'
        except asyncio.CancelledError: print('no', asyncio.current_task().cancelling())
async def main():
    try:
        async with asyncio.timeout(0.5):
            async with asyncio.TaskGroup() as g:
                t = g.create_task(stubborn())
    except TimeoutError: print('late', t.result(), asyncio.get_running_loop().time())

asyncio.run(main())
