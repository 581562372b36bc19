import asyncio

async def main():
    async def w():
        try: asyncio.current_task().cancel('me'); await asyncio.sleep(0)
        finally: print('f1'); await asyncio.sleep(1); print('f2'); return 'swallowed'
    t = asyncio.create_task(w()); print(await t, t.cancelling(), t.cancelled())

asyncio.run(main())
