import asyncio

async def main():
    loop = asyncio.get_running_loop(); me = asyncio.current_task()
    async with asyncio.timeout(1): pass
    loop.call_later(1, me.cancel, 'late')
    try:
        async with asyncio.timeout(2) as t: await asyncio.sleep(9)
    except asyncio.CancelledError as e: print(e.args, t.expired(), me.cancelling(), me.uncancel())
    try:
        async with asyncio.timeout(1): loop.call_later(1, me.cancel, 'same'); await asyncio.sleep(9)
    except BaseException as e: print(repr(e), me.cancelling()); me.uncancel()

asyncio.run(main())
