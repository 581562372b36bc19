import asyncio


async def nothing():
    return 'nothing'


async def main(other):
    loop = asyncio.get_running_loop()
    for each in (loop, other):
        coroutine = nothing()
        try:
            each.run_until_complete(coroutine)
        except RuntimeError as e:
            print(e)
        coroutine.close()
        try:
            each.run_forever()
        except RuntimeError as e:
            print(e)
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    with asyncio.Runner(loop_factory=lambda: other) as runner:
        try:
            runner.run(coroutine)
        except RuntimeError as e:
            print(e)


other = asyncio.new_event_loop()
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main(other))
except RuntimeError as e:
    print('left', e)
print(loop.run_until_complete(nothing()), loop.is_running())
for wrong in (3, nothing, other.create_future()):
    try:
        loop.run_until_complete(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
stopped = loop.create_task(asyncio.sleep(5), name='sleeper')
loop.call_later(1, loop.stop)
try:
    loop.run_until_complete(stopped)
except RuntimeError as e:
    print(e, loop.time())
print(loop.run_until_complete(stopped), loop.time())
loop.close()
loop.close()
coroutine = nothing()
for use in (loop.run_until_complete, loop.create_task, loop.call_soon, loop.run_forever):
    try:
        use() if use == loop.run_forever else use(coroutine)
    except RuntimeError as e:
        print(e)
coroutine.close()
