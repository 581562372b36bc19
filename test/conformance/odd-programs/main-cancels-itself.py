import asyncio

async def main():
    t = asyncio.current_task()
    asyncio.get_running_loop().call_soon(t.cancel, 'from callback')
    try: await asyncio.sleep(0)
    except asyncio.CancelledError as e: print('early', e.args)
    try: await asyncio.sleep(0); print('second')
    except asyncio.CancelledError as e: print('late', e.args)
    print(t.cancelling())
    t.cancel('last')
    return 5

asyncio.run(main())
