import asyncio


async def step(name, waits):
    me = asyncio.current_task()
    print(name, me.get_name(), me in asyncio.all_tasks(), me.get_coro() is None)
    if waits:
        await asyncio.sleep(0)
    return name


async def main():
    first = asyncio.create_task(step('first', True), eager_start=True)
    print(asyncio.current_task().get_name(), first.get_name(), first.done(), len(asyncio.all_tasks()))
    second = asyncio.create_task(step('second', False), name='second', eager_start=True)
    print(second.done(), second.get_coro(), repr(second), len(asyncio.all_tasks()))
    third = asyncio.create_task(step('third', False), eager_start=False)
    fourth = asyncio.create_task(step('fourth', False), name=4, eager_start=[1])
    print(third.get_name(), third.done(), fourth.get_name(), fourth.done())
    print(await asyncio.gather(first, second, third, fourth), first.get_coro() is None)
    second.add_done_callback(lambda task: print('told', task.result()))
    print(second.cancel(), second.cancelling())


asyncio.run(main())
