import asyncio

loop = asyncio.new_event_loop()


def tick(n):
    print('tick', n, loop.time())
    if n == 3:
        loop.stop()
        loop.call_soon(print, 'not in this run')
    else:
        loop.call_later(1, tick, n + 1)


async def worker():
    for i in range(3):
        await asyncio.sleep(1.5)
        print('worker', i)
    loop.stop()


print(loop.is_running(), loop.is_closed())
loop.stop()
loop.call_soon(print, 'one pass')
print(loop.run_forever())
loop.call_soon(tick, 0)
task = loop.create_task(worker())
loop.run_forever()
print('between', loop.time(), task.done())
loop.run_forever()
print('after', loop.time(), task.done())
loop.call_soon(loop.stop)
loop.call_soon_threadsafe(print, 'beside the stop')
loop.run_forever()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop.is_running(), loop.is_closed())
