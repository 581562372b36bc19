import asyncio

async def late(n):
    print('late', n); await asyncio.sleep(1); print('late ends', n)
async def child():
    try: await asyncio.sleep(9)
    finally: await late('awaited'); await asyncio.gather(late('g1'), late('g2'))
async def main(): asyncio.create_task(child()); await asyncio.sleep(0)

asyncio.run(main())
