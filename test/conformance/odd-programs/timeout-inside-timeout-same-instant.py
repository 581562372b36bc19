import asyncio

async def main():
    for outer, inner in ((1, 1), (1, 2), (2, 1)):
        try:
            async with asyncio.timeout(outer) as a:
                try:
                    async with asyncio.timeout(inner) as b:
                        await asyncio.sleep(5)
                except TimeoutError:
                    print('inner', a.expired(), b.expired(), asyncio.current_task().cancelling())
                    await asyncio.sleep(0)
                    print('went on')
        except TimeoutError:
            print('outer', a.expired(), b.expired(), asyncio.current_task().cancelling())

asyncio.run(main())
