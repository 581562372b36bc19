import asyncio


async def party(barrier, name, delay):
    await asyncio.sleep(delay)
    try:
        print(name, await asyncio.wait_for(barrier.wait(), 2))
    except TimeoutError:
        print(name, 'too late', barrier.n_waiting)
        await barrier.abort()
        raise


async def main():
    barrier = asyncio.Barrier(3)
    try:
        async with asyncio.TaskGroup() as group:
            for i in range(5):
                group.create_task(party(barrier, i, i / 2))
    except* TimeoutError as errors:
        print('late', errors.exceptions)
    except* asyncio.BrokenBarrierError as errors:
        print('broken', errors.exceptions)
    print(barrier.broken)
    await barrier.reset()
    results = await asyncio.gather(*[party(barrier, i, 0) for i in range(3)])
    print(results, barrier.broken)


asyncio.run(main())
