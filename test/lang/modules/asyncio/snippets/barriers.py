import asyncio


async def main():
    barrier = asyncio.Barrier(3)
    print(str(barrier).split('[')[1], barrier.parties, barrier.n_waiting, barrier.broken)

    async def member(name):
        try:
            async with barrier as place:
                print(name, place, str(barrier).split('[')[1])
        except asyncio.BrokenBarrierError as error:
            print(name, repr(error), str(barrier).split('[')[1])
        except asyncio.CancelledError:
            print(name, 'cancelled', str(barrier).split('[')[1])

    print('three, and three more while it drains')
    tasks = [asyncio.create_task(member(n)) for n in 'abcdef']
    await asyncio.gather(*tasks)
    print('reset while it fills')
    tasks = [asyncio.create_task(member(n)) for n in 'ab']
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(str(barrier).split('[')[1])
    print(await barrier.reset(), str(barrier).split('[')[1])
    late = asyncio.create_task(member('late'))
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(member(n)) for n in 'cd']
    await asyncio.gather(late, *tasks)
    print('reset while it drains')
    tasks = [asyncio.create_task(member(n)) for n in 'abc']
    await asyncio.sleep(0)
    await barrier.reset()
    print(str(barrier).split('[')[1])
    await asyncio.gather(*tasks)
    print('cancelled while it fills, and while it drains')
    tasks = [asyncio.create_task(member(n)) for n in 'abcd']
    await asyncio.sleep(0)
    tasks[0].cancel()
    tasks[3].cancel()
    await asyncio.gather(*tasks)
    task = asyncio.create_task(member('e'))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task)
    print('aborted')
    tasks = [asyncio.create_task(member(n)) for n in 'ab']
    await asyncio.sleep(0)
    print(await barrier.abort(), barrier.broken, str(barrier).split('[')[1])
    await asyncio.gather(*tasks)
    await member('later')
    await barrier.reset()
    print('in time', barrier.broken)
    try:
        await asyncio.wait_for(barrier.wait(), 1)
    except TimeoutError:
        print('too late', str(barrier).split('[')[1])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(barrier.wait())
            group.create_task(barrier.abort())
    except* asyncio.BrokenBarrierError as group:
        print(group.exceptions)
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)
    one = asyncio.Barrier(1)
    print(await one.wait(), await one.wait(), repr(asyncio.Barrier)[:8])
    print(asyncio.BrokenBarrierError.__mro__[1])


asyncio.run(main())
