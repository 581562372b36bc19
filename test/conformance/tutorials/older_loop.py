# Features: get_event_loop, run_until_complete, ensure_future, close (recorded in real time).
import asyncio


async def factorial(name, number):
    result = 1
    for i in range(2, number + 1):
        print('Task %s: computing factorial(%d), currently i=%d' % (name, number, i))
        await asyncio.sleep(0.05 + 0.01 * ord(name) - 0.65)
        result *= i
    print('Task {}: factorial({}) = {}'.format(name, number, result))
    return result


async def waiting(tasks):
    done, pending = await asyncio.wait(tasks)
    return sorted(task.result() for task in done), pending


loop = asyncio.get_event_loop()
tasks = [
    asyncio.ensure_future(factorial('A', 2), loop=loop),
    asyncio.ensure_future(factorial('B', 3), loop=loop),
    loop.create_task(factorial('C', 4)),
]
try:
    print(loop.run_until_complete(waiting(tasks)))
    print(loop.run_until_complete(asyncio.gather(*tasks)))
finally:
    loop.close()
print(loop.is_closed(), [task.done() for task in tasks])
