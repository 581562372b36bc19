import asyncio


async def run(name, co):
    try:
        print(name, await co)
    except Exception as e:
        print(name, repr(e))


def now(name, act, *args):
    try:
        print(name, act(*args))
    except Exception as e:
        print(name, repr(e))


async def main():
    for immediate in (False, True):
        queue = asyncio.Queue(1)
        getter = asyncio.create_task(run('get', queue.get()))
        await asyncio.sleep(0)
        queue.shutdown(immediate)
        await getter
        queue = asyncio.Queue(1)
        queue.put_nowait(1)
        putter = asyncio.create_task(run('put', queue.put(2)))
        joiner = asyncio.create_task(run('join', queue.join()))
        await asyncio.sleep(0)
        queue.shutdown(immediate)
        await putter
        await run('get', queue.get())
        await run('get', queue.get())
        await run('put', queue.put(3))
        now('put', queue.put_nowait, 1)
        now('get', queue.get_nowait)
        now('done', queue.task_done)
        await joiner
        queue.shutdown(immediate)
        print(str(queue), queue.qsize(), queue.empty(), queue.full())
        queue = asyncio.Queue()
        queue.put_nowait(1)
        queue.put_nowait(2)
        queue.get_nowait()
        joiner = asyncio.create_task(run('join', queue.join()))
        await asyncio.sleep(0)
        queue.shutdown(immediate)
        print(str(queue))
        now('done', queue.task_done)
        now('done', queue.task_done)
        await run('wait', asyncio.wait_for(joiner, 1))


asyncio.run(main())
