import asyncio

async def main():
    async def f():
        try:
            try: await asyncio.sleep(9)
            finally: await g()
        except Exception as e:
            print(repr(e), repr(e.__context__), repr(e.__context__.__context__)); raise
    async def g():
        try: raise KeyError('k')
        finally: raise ValueError('v')
    t = asyncio.create_task(f()); await asyncio.sleep(0); t.cancel('c')
    try: await t
    except ValueError as e: print(t.cancelled(), t.cancelling())

asyncio.run(main())
