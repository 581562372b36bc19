# Features: wait with its three conditions, as_completed, gather with exceptions, sets of tasks.
import asyncio


async def job(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError(f'{name} failed')
    return name.upper()


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start(*specs):
    return {asyncio.create_task(job(*spec), name=spec[0]) for spec in specs}


async def main():
    tasks = start(('slow', 3), ('quick', 1), ('broken', 2, True))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print('first completed:', names(done), names(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print('first exception:', names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.5)
    print('time-out:', names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print('all:', names(done), names(pending))
    for task in sorted(done, key=lambda task: task.get_name()):
        print(task.get_name(), task.exception() or task.result())

    for next_done in asyncio.as_completed([job('b', 2), job('a', 1), job('c', 3, True)]):
        try:
            print('completed', await next_done)
        except RuntimeError as error:
            print('error', error)

    print(await asyncio.gather(job('x', 1), job('y', 0.5, True), return_exceptions=True))
    try:
        await asyncio.gather(job('x', 1), job('y', 0.5, True))
    except RuntimeError as error:
        print('gather raised', error)
    try:
        for each in asyncio.as_completed([job('late', 5)], timeout=1):
            await each
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
