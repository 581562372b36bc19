import asyncio

lock = asyncio.Lock()
queue = asyncio.Queue()
kept = []


async def contends():
    try:
        return await holder()
    except RuntimeError as e:
        return str(e).split(' at ')[0], str(e)[-37:]


async def holder():
    async with lock:
        kept.append(asyncio.create_task(asyncio.sleep(9), name='kept'))
        await asyncio.sleep(1)
    queue.put_nowait(asyncio.current_task().get_name())
    return asyncio.get_running_loop().time()


async def waits_for(future):
    return await future


async def contended():
    return await asyncio.gather(contends(), contends()), queue.qsize()


async def first_contention():
    await asyncio.gather(holder(), holder())
    return queue.qsize()


async def raises(use):
    try:
        await use()
    except (RuntimeError, asyncio.CancelledError) as e:
        return type(e).__name__, str(e).split('<')[0], str(e)[-30:]


for run in range(2):
    print(asyncio.run(holder()), kept[-1].cancelled())
print(queue.get_nowait(), queue.get_nowait())
print(asyncio.run(first_contention()))
print(asyncio.run(contended()))
other = asyncio.new_event_loop().create_future()
for use in (lambda: waits_for(kept[0]), lambda: waits_for(other)):
    print(asyncio.run(raises(use)))
