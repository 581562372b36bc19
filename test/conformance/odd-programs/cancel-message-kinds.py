import asyncio

async def main():
    async def w():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError as e: print(e.args, repr(e), str(e)); raise
    for m in (None, '', 0, 'text', ('a', 1), [1]):
        t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel(m)
        try: await t
        except asyncio.CancelledError as e: print('main', e.args)
    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel(msg='kw'); await asyncio.wait([t])

asyncio.run(main())
