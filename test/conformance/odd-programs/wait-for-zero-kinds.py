import asyncio

async def main():
    async def quick(): print('quick ran'); return 1
    done = asyncio.get_running_loop().create_future(); done.set_result('done')
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(done, -1))
    try: await asyncio.wait_for(quick(), 0)
    except TimeoutError: print('never')
    t = asyncio.create_task(quick()); await asyncio.sleep(0)
    print(await asyncio.wait_for(t, 0), await asyncio.wait_for(quick(), None))
    async def stubborn():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: await asyncio.sleep(1); return 'kept'
    s = asyncio.create_task(stubborn()); await asyncio.sleep(0)
    print(await asyncio.wait_for(s, 0), asyncio.get_running_loop().time())

asyncio.run(main())
