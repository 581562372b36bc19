import asyncio

async def main():
    async def w():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError as e: print(e.args, repr(e.__context__)); raise
    try:
        async with asyncio.timeout(1): await w()
    except TimeoutError as e: print(e.args, repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
    try: await asyncio.wait_for(w(), 1)
    except TimeoutError as e: print(e.args, repr(e.__cause__), repr(e.__cause__.__cause__))
    f = asyncio.get_running_loop().create_future()
    try: await asyncio.wait_for(f, 0)
    except TimeoutError as e: print(e.args, repr(e.__cause__), f.cancelled())

asyncio.run(main())
