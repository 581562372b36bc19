import asyncio

async def w():
    try:
        await asyncio.sleep(10)
    finally:
        for i in range(3):
            try:
                await asyncio.sleep(1)
                print('cleanup', i)
            except asyncio.CancelledError as e:
                print('again', i, e.args, asyncio.current_task().cancelling())
async def main():
    t = asyncio.create_task(w())
    await asyncio.sleep(1); t.cancel('a')
    await asyncio.sleep(0.5); t.cancel('b')
    await asyncio.sleep(0.2); t.cancel('c')
    try: await t
    except asyncio.CancelledError as e: print(e.args)

asyncio.run(main())
