import asyncio

async def main():
    ts = [asyncio.create_task(asyncio.sleep(i, i)) for i in (2, 3)]
    async def w(): return await asyncio.wait(ts)
    t = asyncio.create_task(w()); await asyncio.sleep(1); t.cancel('w')
    try: await t
    except asyncio.CancelledError as e: print(e.args, [x.done() for x in ts])
    print(await asyncio.gather(*ts))

asyncio.run(main())
