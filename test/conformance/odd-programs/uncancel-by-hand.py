import asyncio

async def w():
    t = asyncio.current_task()
    t.cancel('one')
    print(t.cancelling(), t.uncancel())
    await asyncio.sleep(0)
    print('alive')
    t.cancel('two'); t.cancel('three')
    print(t.uncancel())
    try: await asyncio.sleep(1)
    except asyncio.CancelledError as e: print(e.args, t.cancelling(), t.uncancel(), t.uncancel())
    async with asyncio.timeout(1):
        await asyncio.sleep(0.5)
    return 'ok'
async def main(): print(await asyncio.create_task(w()))

asyncio.run(main())
