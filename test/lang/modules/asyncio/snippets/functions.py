import asyncio


async def value(x, delay=0.01):
    await asyncio.sleep(delay)
    return x


async def fail(text, delay=0.01):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def waiting():
    print(await asyncio.sleep(0.01), await asyncio.sleep(0, 'result'), await asyncio.sleep(-1, result=7))
    task = asyncio.create_task(value(1), name='first')
    print(task.get_name(), await task)
    print(asyncio.ensure_future(task) is task, await asyncio.ensure_future(value(2)))
    print(await asyncio.gather(value('a', 0.03), value('b', 0.01), value('c', 0.02)))
    print(await asyncio.gather(value(1), fail('no'), return_exceptions=True))
    print(await asyncio.gather())
    try:
        await asyncio.gather(value(1, 0.02), fail('first', 0.01))
    except ValueError as error:
        print('gather raised', error)
    done, pending = await asyncio.wait([asyncio.create_task(value(i, 0.01 * (i + 1))) for i in range(3)])
    print(sorted(t.result() for t in done), pending)
    tasks = [asyncio.create_task(value(i, 0.02 * (i + 1))) for i in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.03)
    print(len(done), len(pending))
    await asyncio.wait(pending)
    tasks = [asyncio.create_task(fail('x', 0.01)), asyncio.create_task(value(1, 0.05))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), done.pop().exception())
    await asyncio.wait(pending, return_when=asyncio.ALL_COMPLETED)


async def limited():
    print(await asyncio.wait_for(value('in time'), 1), await asyncio.wait_for(value('no limit'), None))
    try:
        await asyncio.wait_for(value('late', 1), timeout=0.01)
    except TimeoutError as error:
        print('wait_for', repr(error))
    try:
        async with asyncio.timeout(0.01) as limit:
            await value('late', 1)
    except TimeoutError:
        print('timeout', limit.expired())
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.01):
            await value('late', 1)
    except asyncio.TimeoutError:
        print('timeout_at')
    async with asyncio.timeout(None) as limit:
        print(limit.when(), limit.expired())
    inner = asyncio.create_task(value('shielded', 0.02))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except TimeoutError:
        print('shield', inner.done(), await inner)


async def completing():
    order = []
    for next_one in asyncio.as_completed([value(3, 0.03), value(1, 0.01), value(2, 0.02)]):
        order.append(await next_one)
    print(order)
    try:
        for next_one in asyncio.as_completed([value(1, 0.01), value(2, 1)], timeout=0.03):
            print(await next_one)
    except TimeoutError:
        print('as_completed timed out')
    tasks = [asyncio.create_task(value(i, 0.01 * (3 - i))) for i in range(3)]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.result())


async def asking():
    me = asyncio.current_task()
    other = asyncio.create_task(value(1))
    print(me.get_coro().__name__, sorted(t.get_name() for t in asyncio.all_tasks() if t is not me) == [other.get_name()])
    print(asyncio.iscoroutine(me), asyncio.isfuture(me), asyncio.isfuture(3))
    print(asyncio.iscoroutinefunction(value), asyncio.iscoroutinefunction(print))
    coroutine = value(1)
    print(asyncio.iscoroutine(coroutine), asyncio.isfuture(coroutine), await coroutine, await other)
    print(asyncio.get_running_loop() is asyncio.get_event_loop())


async def main():
    await waiting()
    await limited()
    await completing()
    await asking()
    return 'done'


print(asyncio.run(main()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
