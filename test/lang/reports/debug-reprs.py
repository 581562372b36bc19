import asyncio


async def worker(n):
    await asyncio.sleep(n)
    return n


def tell(*words):
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop, loop.get_debug(), loop.slow_callback_duration)
    task = asyncio.create_task(worker(1))
    other = loop.create_task(worker(1))
    print(task, other)
    await asyncio.sleep(0)
    print(task, other)
    print(asyncio.current_task())
    future = loop.create_future()
    print(future, asyncio.Future())
    gathered = asyncio.gather(task, future, worker(2))
    print(gathered, task)
    print(asyncio.all_tasks() - {task, other, asyncio.current_task()})
    print(asyncio.shield(task), task)
    for handle in [
        loop.call_soon(tell, 1, [2] * 9),
        loop.call_later(5, tell, 'x' * 99),
        loop.call_at(7.5, tell, future),
        loop.call_soon(future.cancel),
    ]:
        print(handle)
        handle.cancel()
        print(handle)
    for wrong in (worker, worker(1), 5):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(repr(error))
        if asyncio.iscoroutine(wrong):
            wrong.close()
    future.set_result(3)
    await gathered
    print(task, future, gathered)
    async with asyncio.TaskGroup() as group:
        print(group.create_task(worker(3)), group)
    loop.set_debug(False)
    print(loop, task, loop.create_future(), loop.call_soon(tell, 1))


asyncio.run(main(), debug=True)
