import asyncio

async def main():
    async def spin(i):
        for k in range(4): await asyncio.sleep(0)
        print('spin', i); await asyncio.sleep(1e-10 * i); print('tiny', i)
    async def t(d): await asyncio.sleep(d); print('t', d)
    await asyncio.gather(spin(0), t(1e-9), spin(1), t(1e-10), spin(2), t(2e-9), t(0))

asyncio.run(main())
