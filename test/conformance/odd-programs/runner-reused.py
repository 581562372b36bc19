import asyncio


async def job(name, delay):
    await asyncio.sleep(delay)
    print(name, asyncio.current_task().get_name(), asyncio.get_running_loop().time())
    return name


async def fails():
    asyncio.create_task(job('left over', 3), name='left')
    raise ValueError('main')


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print(runner.run(job('a', 1)), loop is runner.get_loop(), loop.is_running(), loop.is_closed())
    print(runner.run(job('b', 1)), asyncio.get_event_loop() is loop)
    try:
        runner.run(fails())
    except ValueError as e:
        print('main raised', e, len(asyncio.all_tasks(loop)))
    print(runner.run(job('c', 5)), len(asyncio.all_tasks(loop)))
print(loop.is_closed())
for use in (runner.get_loop, runner.__enter__):
    try:
        use()
    except RuntimeError as e:
        print(repr(e))
coroutine = job('d', 1)
try:
    runner.run(coroutine)
except RuntimeError as e:
    print(repr(e))
coroutine.close()
print(runner.close(), asyncio.Runner().close())
