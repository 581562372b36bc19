import asyncio

async def getter(queue, name):
    try:
        print(name, 'gets', await queue.get())
    finally:
        print(name, 'leaves')

async def putter(queue, name):
    try:
        await queue.put(name)
        print(name, 'is in')
    finally:
        print(name, 'leaves')

async def main():
    for make in (getter, putter):
        queue = asyncio.Queue(1)
        if make is putter:
            queue.put_nowait('first')
        tasks = [asyncio.create_task(make(queue, name)) for name in 'abc']
        await asyncio.sleep(0)
        tasks[0].cancel()
        print(queue)
        if make is getter:
            queue.put_nowait('item')
        else:
            print(queue.get_nowait())
        print(queue)
        await asyncio.wait(tasks, timeout=1)
        print([task.done() for task in tasks])
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

asyncio.run(main())
