import asyncio

async def main():
    async def step(n, t):
        try: await asyncio.sleep(t); print(n, 'ends'); return n
        except asyncio.CancelledError: print(n, 'stopped'); raise
    keep = asyncio.ensure_future(step('keep', 2))
    try:
        async with asyncio.timeout(1): await asyncio.gather(step('a', 3), asyncio.shield(keep), step('b', 0.5))
    except TimeoutError as e: print(repr(e.__cause__), keep.done())
    print(await keep)

asyncio.run(main())
