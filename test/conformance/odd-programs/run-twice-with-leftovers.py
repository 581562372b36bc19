import asyncio

async def left(n):
    try: await asyncio.sleep(9)
    except asyncio.CancelledError:
        print(n, 'shut down'); await asyncio.sleep(1); print(n, 'late end')
async def first():
    for i in range(3): asyncio.create_task(left(i))
    await asyncio.sleep(1)
    return 1
print(asyncio.run(first()))
async def main():
    asyncio.create_task(left('x'))
    await asyncio.sleep(0)
    print([t.get_name() for t in asyncio.all_tasks()])

asyncio.run(main())
