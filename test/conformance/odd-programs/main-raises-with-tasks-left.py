import asyncio

async def child(i):
    try: await asyncio.sleep(9)
    finally: print('child', i, 'ends'); await asyncio.sleep(i); print('child', i, 'cleaned')
async def main():
    for i in range(3): asyncio.create_task(child(i))
    await asyncio.sleep(1)
    raise LookupError('main')

asyncio.run(main())
