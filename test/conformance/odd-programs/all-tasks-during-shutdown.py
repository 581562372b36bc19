import asyncio

async def child(n):
    try: await asyncio.sleep(9)
    except asyncio.CancelledError:
        print(n, sorted(t.get_name() for t in asyncio.all_tasks()), asyncio.current_task().cancelling())
        if n == 1: asyncio.create_task(child(9)); await asyncio.sleep(0)
async def main():
    for i in range(3): asyncio.create_task(child(i))
    await asyncio.sleep(1); return 'end'

asyncio.run(main())
