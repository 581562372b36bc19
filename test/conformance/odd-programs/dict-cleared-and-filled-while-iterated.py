import asyncio
tasks = {}

async def quick(name):
    return name

def fill(*names):
    for name in names:
        tasks[name] = asyncio.create_task(quick(name), name=name)

async def walk(look):
    try:
        for item in look():
            print('sees', item[0] if isinstance(item, tuple) else item)
            await asyncio.sleep(0)
    except RuntimeError as e:
        print(e)

async def main():
    fill('a', 'b', 'c')
    for look in (tasks.items, tasks.keys, lambda: tasks):
        walker = asyncio.create_task(walk(look))
        await asyncio.sleep(0)
        tasks.clear()
        fill('d', 'e', 'f')
        await walker
    walker = asyncio.create_task(walk(tasks.items))
    await asyncio.sleep(0)
    tasks.clear()
    fill('g', 'h')
    await walker

asyncio.run(main())
