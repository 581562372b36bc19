import asyncio

async def main():
    for k in range(3):
        try:
            async with asyncio.timeout(1) as t:
                try: await asyncio.sleep(9)
                except asyncio.CancelledError:
                    if k == 1: raise ValueError('instead')
                    if k == 2: await asyncio.sleep(1); print('slept')
            print('left', t.expired(), asyncio.current_task().cancelling())
        except (TimeoutError, ValueError) as e: print(repr(e), repr(e.__context__), repr(e.__context__.__cause__))

asyncio.run(main())
