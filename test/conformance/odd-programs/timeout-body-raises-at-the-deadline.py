import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_at(1, f.set_exception, ValueError('v'))
    try:
        async with asyncio.timeout(1): await f
    except Exception as e: print(repr(e), repr(e.__context__), asyncio.current_task().cancelling())
    g = loop.create_future()
    async with asyncio.timeout(1) as t:
        loop.call_at(2, g.set_result, 'v')
        try: print(await g)
        except asyncio.CancelledError: print('swallowed')
    print(t.expired())

asyncio.run(main())
