import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    try: f.set_exception(StopIteration(1))
    except TypeError as e: print(e)
    if f.done():
        try: await f
        except RuntimeError as e: print(repr(e), repr(e.__cause__))
    async def bad(): raise StopIteration(2)
    try: await bad()
    except RuntimeError as e: print(e, repr(e.__cause__))

asyncio.run(main())
