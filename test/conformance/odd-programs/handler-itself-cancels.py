import asyncio

async def main():
    loop = asyncio.get_running_loop(); t = asyncio.create_task(asyncio.sleep(9))
    loop.set_exception_handler(lambda l, c: t.cancel(repr(c['exception'])))
    loop.call_later(1, lambda: {}['missing'])
    try: await t
    except asyncio.CancelledError as e: print(e.args, loop.time())

asyncio.run(main())
