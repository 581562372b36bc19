import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    async def w(i):
        try: await f
        except ValueError as e: print(i, e.args, e is f.exception()); raise KeyError(i) from e
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    await asyncio.sleep(0)
    print(f.cancelled())
    try: f.set_exception(ValueError('v'))
    except asyncio.InvalidStateError as e: print(repr(e))
    for t in ts:
        try: await t
        except BaseException as e: print(repr(e), repr(e.__cause__))

asyncio.run(main())
