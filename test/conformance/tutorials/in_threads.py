# Features: to_thread, run_in_executor, ThreadPoolExecutor, time.sleep (recorded in real time).
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial


def blocking(name, seconds=0.1):
    print(f'{name} starts')
    time.sleep(seconds)
    print(f'{name} ends')
    return name.upper()


def failing():
    time.sleep(0.05)
    raise OSError('disk is full')


async def heartbeat():
    for beat in range(3):
        print('beat', beat)
        await asyncio.sleep(0.08)


async def main():
    results = await asyncio.gather(
        heartbeat(),
        asyncio.to_thread(blocking, 'thread', seconds=0.2),
    )
    print(results)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 'default pool'))
    with ThreadPoolExecutor(max_workers=1) as pool:
        calls = [partial(blocking, f'job {n}', seconds=0.05) for n in range(2)]
        print(await asyncio.gather(*(loop.run_in_executor(pool, call) for call in calls)))
    try:
        await asyncio.to_thread(failing)
    except OSError as error:
        print('failed:', error)


if __name__ == '__main__':
    asyncio.run(main())
