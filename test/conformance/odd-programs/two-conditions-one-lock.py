import asyncio

async def main():
    l = asyncio.Lock(); full, empty = asyncio.Condition(l), asyncio.Condition(l); items = []
    async def put(i):
        async with empty:
            while len(items) > 1: await empty.wait()
            items.append(i); print('put', i); full.notify()
    async def get(i):
        async with full:
            while not items: await full.wait()
            print('got', i, items.pop(0)); empty.notify()
    ts = [asyncio.create_task(get(0))] + [asyncio.create_task(put(i)) for i in range(5)]
    await asyncio.sleep(1)
    await asyncio.gather(*ts, *(get(i) for i in range(1, 5)))

asyncio.run(main())
