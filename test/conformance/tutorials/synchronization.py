# Features: Event, Condition, Semaphore, BoundedSemaphore, Barrier, Lock.
import asyncio


async def waiter(event, name):
    print(f'{name} waits')
    await event.wait()
    print(f'{name} goes on')


async def racer(barrier, name, seconds):
    await asyncio.sleep(seconds)
    place = await barrier.wait()
    print(f'{name} starts, {place}, {barrier.n_waiting} of {barrier.parties}')


async def visitor(semaphore, name):
    async with semaphore:
        print(f'{name} is in, locked: {semaphore.locked()}')
        await asyncio.sleep(1)


async def customer(condition, shelf, name):
    async with condition:
        await condition.wait_for(lambda: len(shelf) > 0)
        print(f'{name} takes {shelf.pop(0)}')


async def main():
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(event, f'w{i}')) for i in range(2)]
    await asyncio.sleep(0.5)
    print(event)
    event.set()
    await asyncio.gather(*waiters)

    barrier = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        for index, name in enumerate('abc'):
            group.create_task(racer(barrier, name, index))

    semaphore = asyncio.BoundedSemaphore(2)
    await asyncio.gather(*(visitor(semaphore, f'v{i}') for i in range(3)))
    try:
        semaphore.release()
    except ValueError as error:
        print(error)

    condition, shelf = asyncio.Condition(), []
    tasks = [asyncio.create_task(customer(condition, shelf, f'c{i}')) for i in range(3)]
    await asyncio.sleep(0)
    for goods in (['bread'], ['milk', 'tea']):
        await asyncio.sleep(1)
        async with condition:
            shelf.extend(goods)
            condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error, condition)


asyncio.run(main())
