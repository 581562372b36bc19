# Features: Queue with join and task_done, random with a seed, f-string specs, time.monotonic.
import asyncio
import random
import time


async def worker(name, queue):
    while True:
        sleep_for = await queue.get()
        await asyncio.sleep(sleep_for)
        queue.task_done()
        print(f'{name:<10} has slept for {sleep_for:.2f} seconds')


async def main():
    random.seed(7)
    queue = asyncio.Queue()
    total = 0
    for _ in range(12):
        sleep_for = random.uniform(0.05, 1.0)
        total += sleep_for
        queue.put_nowait(sleep_for)
    tasks = [asyncio.create_task(worker(f'worker-{i}', queue)) for i in range(3)]
    started = time.monotonic()
    await queue.join()
    elapsed = time.monotonic() - started
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print('====')
    print(f'3 workers slept in parallel for {elapsed:.2f} seconds')
    print(f'total expected sleep time: {total:6.2f} seconds ({elapsed / total:.1%})')
    print(results)


asyncio.run(main())
