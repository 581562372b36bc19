import asyncio

async def main():
    tasks = set()
    async def f(i): await asyncio.sleep(i); print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    for i in (2, 1, 3):
        t = asyncio.create_task(f(i), name=f'n{i}' if i > 1 else None); tasks.add(t); t.add_done_callback(tasks.discard)
    print(len(tasks), asyncio.current_task() in asyncio.all_tasks()); await asyncio.sleep(2.5); print(len(tasks))
    await asyncio.wait(tasks)

asyncio.run(main())
