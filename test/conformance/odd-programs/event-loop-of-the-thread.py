import asyncio


def current():
    try:
        return asyncio.get_event_loop() is loop
    except RuntimeError as e:
        return str(e)


async def main():
    print('inside', asyncio.get_event_loop() is asyncio.get_running_loop(), current())
    return 'main'


async def value(n):
    await asyncio.sleep(n)
    return n


loop = asyncio.new_event_loop()
print(current(), isinstance(loop, asyncio.AbstractEventLoop))
for use in (lambda: asyncio.ensure_future(coroutine), asyncio.gather, asyncio.Future, lambda: asyncio.gather(coroutine)):
    coroutine = value(1)
    try:
        use()
    except RuntimeError as e:
        print(e)
    coroutine.close()
for wrong in (5, 'loop', asyncio):
    try:
        asyncio.set_event_loop(wrong)
    except TypeError as e:
        print(e)
asyncio.set_event_loop(loop)
print(current(), asyncio.gather().result(), asyncio.Future().get_loop() is loop)
task = asyncio.ensure_future(value(2))
both = asyncio.gather(task, value(1), value(3))
print(loop.run_until_complete(both), loop.time())
async def counts(*tasks):
    return [len(each) for each in await asyncio.wait(tasks)]


print(loop.run_until_complete(counts(loop.create_task(value(1)), task)), loop.run_until_complete(asyncio.shield(value(1))))
for use in (asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks, lambda: asyncio.create_task(coroutine)):
    coroutine = value(1)
    try:
        use()
    except RuntimeError as e:
        print(e)
    coroutine.close()
print(asyncio.current_task(loop), len(asyncio.all_tasks(loop)))
print(asyncio.run(main()), current())
asyncio.set_event_loop(loop)
print(current(), asyncio.set_event_loop(None), current())
