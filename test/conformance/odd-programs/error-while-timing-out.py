import asyncio

async def main():
    async def clean():
        try: await asyncio.sleep(9)
        finally: raise KeyError('cleanup')
    for how in ('timeout', 'wait_for', 'wait_for task'):
        try:
            if how == 'timeout':
                async with asyncio.timeout(1): await clean()
            elif how == 'wait_for': await asyncio.wait_for(clean(), 1)
            else: await asyncio.wait_for(asyncio.create_task(clean()), 1)
        except KeyError as e: print(how, repr(e), repr(e.__context__), repr(e.__context__ and e.__context__.__cause__))

asyncio.run(main())
