import asyncio

async def main():
    c = asyncio.Condition()
    async def waiter():
        async with c:
            try: await c.wait(); print('woke')
            except asyncio.CancelledError as e: print('cancelled', e.args, c.locked()); raise
    t = asyncio.create_task(waiter()); await asyncio.sleep(0)
    async with c:
        c.notify(); await asyncio.sleep(0)
        print(t.cancel('one')); await asyncio.sleep(1); print(t.cancel('two')); await asyncio.sleep(0)
        print(t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print(e.args, c.locked())

asyncio.run(main())
