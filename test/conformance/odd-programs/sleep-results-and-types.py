import asyncio

async def main():
    print(await asyncio.sleep(0, 'zero'), await asyncio.sleep(True, 'one'), await asyncio.sleep(-5, [1]), asyncio.get_running_loop().time())
    for bad in (float('nan'), 'x', None):
        try: await asyncio.sleep(bad)
        except (ValueError, TypeError) as e: print(repr(e))
    t = asyncio.create_task(asyncio.sleep(float('inf'))); await asyncio.sleep(1); print(t.cancel()); await asyncio.wait([t]); print(t.cancelled())

asyncio.run(main())
