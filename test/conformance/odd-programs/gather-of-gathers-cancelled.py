import asyncio

async def s(n, t):
    try: return await asyncio.sleep(t, n)
    except asyncio.CancelledError as e: print(n, e.args); raise
async def main():
    inner = asyncio.gather(s('a', 1), s('b', 3))
    outer = asyncio.gather(inner, s('c', 5), return_exceptions=True)
    await asyncio.sleep(2)
    print(inner.cancel('inner'))
    print(await asyncio.wait_for(asyncio.shield(outer), 9))
    o2 = asyncio.gather(asyncio.gather(s('d', 9)), s('e', 9))
    await asyncio.sleep(1); print(o2.cancel('o2'))
    try: await o2
    except asyncio.CancelledError as e: print('main', e.args)

asyncio.run(main())
