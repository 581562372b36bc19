import asyncio

async def main():
    loop = asyncio.get_running_loop(); f = loop.create_future()
    async def w():
        try: return await f
        except asyncio.CancelledError: print('lost', f.result()); return 'late'
    t = asyncio.create_task(w()); await asyncio.sleep(0)
    f.set_result(1); print(t.cancel('x')); print(await t, t.cancelling())
    u = asyncio.create_task(w()); u.cancel(); print(u.uncancel()); print(await u)

asyncio.run(main())
