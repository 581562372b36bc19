import asyncio

async def main():
    loop = asyncio.get_running_loop(); f = loop.create_future()
    f.add_done_callback(lambda x: print('cb', x.cancelled()))
    async def w(i):
        try: await f
        except asyncio.CancelledError as e: print(i, e.args, asyncio.current_task().cancelling()); raise
    ts = [asyncio.create_task(w(i)) for i in range(2)]; await asyncio.sleep(0)
    print(f.cancel('by hand'), f.cancel('twice')); print(await asyncio.gather(*ts, return_exceptions=True))
    print([t.cancelled() for t in ts])

asyncio.run(main())
