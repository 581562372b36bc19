import asyncio
import time


async def worker(n):
    await asyncio.sleep(n)
    time.sleep(n / 10)
    return n


def hold(*words):
    time.sleep(0.2)


async def nested():
    await worker(1.5)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(hold, 1, 'two')
    loop.call_later(1, hold, 3)
    future = loop.create_future()
    future.add_done_callback(hold)
    time.sleep(0.5)
    future.set_result('done')
    task = asyncio.create_task(worker(1))
    await task
    task = asyncio.create_task(worker(0.9))
    task.add_done_callback(hold)
    await task
    await nested()
    loop.slow_callback_duration = 0.05
    await worker(0.6)
    loop.set_debug(False)
    await worker(5)
    loop.set_debug(True)
    time.sleep(1)
    await worker(0.5)
    time.sleep(0.25)


asyncio.run(main(), debug=True)
