import asyncio


async def member(name, barrier, rounds):
    for turn in range(rounds):
        try:
            async with barrier as place:
                print(turn, name, place)
                await asyncio.sleep(0)
        except asyncio.CancelledError as e:
            print(turn, name, 'cancelled', e.args, barrier.n_waiting)


async def main():
    loop = asyncio.get_running_loop()
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(member(i, barrier, 3)) for i in range(6)]
    for steps, victim in ((0, 0), (1, 1), (2, 2), (3, 3), (4, 5), (5, 0)):
        tasks[victim].cancel(steps)
        await asyncio.sleep(0)
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(len(done), len(pending), barrier.n_waiting, loop.time())
    async with asyncio.timeout(1):
        await barrier.wait()


asyncio.run(main())
