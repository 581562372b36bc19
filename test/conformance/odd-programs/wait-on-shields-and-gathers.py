import asyncio

async def main():
    t = asyncio.create_task(asyncio.sleep(2, 't')); fs = [asyncio.shield(t), asyncio.gather(t, asyncio.sleep(1)), t]
    d, p = await asyncio.wait(fs, timeout=1); print(len(d), len(p))
    d, p = await asyncio.wait(fs, return_when=asyncio.FIRST_COMPLETED); print([fs.index(f) for f in fs if f in d])
    d, p = await asyncio.wait(fs); print([f.result() for f in fs])

asyncio.run(main())
