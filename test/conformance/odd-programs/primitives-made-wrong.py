import asyncio


def attempt(make, *args):
    try:
        print(make.__name__, type(make(*args)).__name__)
    except (TypeError, ValueError, AttributeError) as e:
        print(make.__name__, args, type(e).__name__, e)


async def main():
    for value in (1, True, 0, -1, 'a', None, [1]):
        attempt(asyncio.Semaphore, value)
        attempt(asyncio.BoundedSemaphore, value)
        attempt(asyncio.Barrier, value)
    for lock in (None, 5, 'a', asyncio.Lock()):
        attempt(asyncio.Condition, lock)
    await asyncio.sleep(0)


asyncio.run(main())
