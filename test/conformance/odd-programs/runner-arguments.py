import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 'awaited'


async def inner(runner):
    coroutine = asyncio.sleep(1)
    for run in (runner.run, asyncio.run):
        try:
            run(coroutine)
        except RuntimeError as e:
            print(e)
    coroutine.close()
    return asyncio.get_running_loop().get_debug()


with asyncio.Runner(debug=True) as runner:
    print(runner.run(Awaitable()))
    for wrong in (5, inner, None, 'text'):
        try:
            runner.run(wrong)
        except TypeError as e:
            print(e)
    print(runner.run(inner(runner)))
for wrong in (5, inner):
    try:
        asyncio.run(wrong)
    except TypeError as e:
        print(e)
for kind in (asyncio.new_event_loop, lambda: own):
    own = asyncio.new_event_loop()
    with asyncio.Runner(loop_factory=kind, debug=False) as runner:
        print(runner.run(inner(runner)), runner.get_loop() is own)
        try:
            asyncio.get_event_loop()
        except RuntimeError as e:
            print(e)
print(asyncio.run(inner(runner), debug=True, loop_factory=asyncio.new_event_loop))
