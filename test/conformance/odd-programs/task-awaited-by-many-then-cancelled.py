import asyncio

async def main():
    async def inner():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError as e: print('inner', e.args); raise
    t = asyncio.create_task(inner())
    async def w(i):
        try: await t
        except asyncio.CancelledError as e: print(i, e.args, asyncio.current_task().cancelling(), t.done())
    ws = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(1); ws[1].cancel('via w1'); await asyncio.gather(*ws)

asyncio.run(main())
