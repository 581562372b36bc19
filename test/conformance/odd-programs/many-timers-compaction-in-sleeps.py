import asyncio

async def s(i):
    try: await asyncio.sleep(10); print('full', i)
    except asyncio.CancelledError: pass
async def main():
    ts = [asyncio.create_task(s(i)) for i in range(150)]
    await asyncio.sleep(1)
    for i, t in enumerate(ts):
        if i % 7: t.cancel()
    await asyncio.sleep(0.5)
    for i in range(5): asyncio.get_running_loop().call_at(10, print, 'cb', i)
    await asyncio.wait(ts)

asyncio.run(main())
