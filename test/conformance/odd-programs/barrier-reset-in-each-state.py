import asyncio


async def member(name, barrier):
    try:
        print(name, await barrier.wait(), barrier.n_waiting, barrier.broken)
    except asyncio.BrokenBarrierError as e:
        print(name, e.args, barrier.n_waiting)
        await asyncio.sleep(0)
        print(name, 'again', await barrier.wait())


async def main():
    barrier = asyncio.Barrier(2)
    tasks = [asyncio.create_task(member(i, barrier)) for i in range(5)]
    resets = [asyncio.create_task(barrier.reset()) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    tasks.append(asyncio.create_task(member('late', barrier)))
    resets.append(asyncio.create_task(barrier.reset()))
    print(await asyncio.wait(tasks, timeout=1) is None)
    print(barrier.n_waiting, [task.done() for task in tasks])
    await barrier.abort()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
