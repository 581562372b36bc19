import asyncio

async def main():
    async def stub():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: await asyncio.sleep(1); return 'late'
    t = asyncio.create_task(stub()); await asyncio.sleep(0)
    for limit in (0.5, 0, None):
        try: print(await asyncio.wait_for(t, limit)); break
        except TimeoutError: print('T', t.done(), t.cancelling())
        except asyncio.CancelledError: print('C', t.done(), t.cancelling())

asyncio.run(main())
