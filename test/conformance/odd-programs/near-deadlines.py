import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for d in (1, 1 + 5e-10, 1 - 5e-10, 1 + 1e-9, 1 + 2e-9, 1): loop.call_at(d, print, d)
    await asyncio.sleep(1 + 5e-10); print('main', loop.time()); await asyncio.sleep(1e-9); print(loop.time())

asyncio.run(main())
