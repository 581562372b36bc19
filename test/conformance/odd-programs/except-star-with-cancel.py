import asyncio

async def main():
    async def bad(e): raise e
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(bad(ValueError(1))); g.create_task(bad(KeyError(2)))
            g.create_task(bad(asyncio.CancelledError('own')))
            raise OSError('body')
    except* (ValueError, OSError) as eg: print('A', eg.exceptions)
    except* KeyError as eg: print('B', eg.exceptions)
    print('after'); await asyncio.sleep(0)

asyncio.run(main())
