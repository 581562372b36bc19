import asyncio

async def f(t):
    await asyncio.sleep(t)
    return t
async def main():
    ts = [asyncio.create_task(f(i)) for i in (3, 1, 2)]
    try:
        for c in asyncio.as_completed([asyncio.shield(t) for t in ts], timeout=2):
            print(await c)
    except TimeoutError:
        print('late', [t.done() for t in ts])
    print(await asyncio.gather(*ts))

asyncio.run(main())
