import asyncio

log = []


async def locks():
    lock = asyncio.Lock()
    print(lock.locked(), await lock.acquire(), lock.locked(), repr(lock)[-9:])
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    async with lock as got:
        print(got, lock.locked())

    async def user(name):
        async with lock:
            log.append(name)
            await asyncio.sleep(0.01)

    await asyncio.gather(user('a'), user('b'), user('c'))
    print(log, lock.locked())


async def events():
    event = asyncio.Event()
    print(event.is_set(), repr(event)[-8:])

    async def waiter():
        return await event.wait()

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print(repr(event)[-19:])
    event.set()
    print(await task, event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())


async def conditions():
    condition = asyncio.Condition()
    items = []

    async def consumer(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, items.pop())

    async def waiter():
        async with condition:
            return await condition.wait()

    tasks = [asyncio.create_task(consumer(name)) for name in 'ab']
    await asyncio.sleep(0)
    print(repr(condition)[-21:], condition.locked())
    await condition.acquire()
    items.extend([1, 2])
    condition.notify(1)
    condition.notify_all()
    condition.release()
    await asyncio.gather(*tasks)
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    print(await task)
    for act in (condition.notify, condition.notify_all, condition.release):
        try:
            act()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    print(semaphore.locked(), await semaphore.acquire(), repr(semaphore)[-19:])
    async with semaphore:
        print(semaphore.locked(), repr(semaphore)[-9:])
    semaphore.release()
    semaphore.release()
    print(semaphore._value)
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)


async def queues():
    queue = asyncio.Queue(maxsize=2)
    print(queue.maxsize, queue.empty(), queue.full(), queue.qsize(), queue)
    await queue.put(1)
    queue.put_nowait(2)
    print(queue.full(), queue.qsize(), queue)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    print(queue)
    print(await queue.get(), queue.get_nowait(), await queue.get(), await putter)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    joiner = asyncio.create_task(queue.join())
    for i in range(3):
        queue.task_done()
    print(await joiner)
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue)
    queue.shutdown()
    try:
        await getter
    except asyncio.QueueShutDown as error:
        print(repr(error), queue)
    priority = asyncio.PriorityQueue()
    last = asyncio.LifoQueue()
    for item in (3, 1, 2):
        await priority.put((item, 'x'))
        await last.put(item)
    print(priority, last)
    print([priority.get_nowait() for i in range(3)], [last.get_nowait() for i in range(3)])
    last.put_nowait(1)
    last.shutdown(immediate=True)
    print(last.qsize(), last)


async def timeouts():
    async with asyncio.timeout(5) as limit:
        first = limit.when()
        limit.reschedule(first + 1)
        print(round(limit.when() - first, 6), limit.expired())
        limit.reschedule(None)
        print(limit.when())
    try:
        async with asyncio.Timeout(asyncio.get_running_loop().time() + 0.01) as limit:
            await asyncio.sleep(1)
    except TimeoutError:
        print('expired', limit.expired())
    for act in (lambda: limit.reschedule(1),):
        try:
            act()
        except RuntimeError as error:
            print(error)


async def groups():
    async def value(x):
        await asyncio.sleep(0.01)
        return x

    async def fail(text):
        raise ValueError(text)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(value(i), name=f'member {i}') for i in range(3)]
        print(group)
    print([t.result() for t in tasks], [t.get_name() for t in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail('one'))
            group.create_task(fail('two'))
            slow = group.create_task(value(9))
    except* ValueError as caught:
        print(caught, [str(e) for e in caught.exceptions], slow.cancelled())
    coroutine = value(1)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


async def main():
    for part in (locks, events, conditions, semaphores, queues, timeouts, groups):
        print(part.__name__)
        await part()


asyncio.run(main())
