import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for w in (3, 1, 2, 1, 3, 2, 1): loop.call_at(w, lambda w=w: print(w, loop.time()))
    hs = [loop.call_later(2, lambda i=i: print('x', i)) for i in range(5)]
    loop.call_later(1, hs[2].cancel); loop.call_at(2, hs[4].cancel)
    await asyncio.sleep(4)
    print([h.cancelled() for h in hs], hs[0].when())

asyncio.run(main())
