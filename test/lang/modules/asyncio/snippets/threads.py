# Threads: everything that is printed here has its time, far enough from all others.
import asyncio
import concurrent.futures
import time
from concurrent.futures import ThreadPoolExecutor


def show(*values):
    print(*values, flush=True)


def work(n, seconds=0.1):
    show(n, 'begins')
    time.sleep(seconds)
    show(n, 'ends')
    return n


async def attempt(make):
    try:
        show('gave', await make())
    except BaseException as error:
        show(repr(error))


async def pools(loop):
    with ThreadPoolExecutor(max_workers=2) as pool:
        waits = [loop.run_in_executor(pool, work, n, 0.1 * n) for n in (1, 3)]
        await asyncio.sleep(0.02)
        waits += [loop.run_in_executor(pool, work, n, 0.1 * n) for n in (4, 6)]
        show('cancelled', waits[3].cancel(), waits[3].cancelled())
        show(await asyncio.gather(*waits[:3]))
        held = pool.submit(work, 'held')
        await asyncio.sleep(0.02)
        show(held.running(), held.done(), held.cancel(), held.cancelled())
        held.add_done_callback(lambda future: show('told of', future.result()))
        loop.call_later(0.05, show, 'late, the loop was held')
        show(held.result(), held.exception(), held.done())
        await asyncio.sleep(0.01)
    try:
        pool.submit(work, 1)
    except RuntimeError as error:
        show(repr(error))
    pool = concurrent.futures.ThreadPoolExecutor(1)
    first, second = pool.submit(work, 'first'), pool.submit(work, 'second')
    await asyncio.sleep(0.02)
    pool.shutdown(wait=False, cancel_futures=True)
    show(second.cancelled(), isinstance(second, concurrent.futures.Future))
    try:
        first.result(timeout=0.05)
    except concurrent.futures.TimeoutError as error:
        show('not yet', repr(error))
    show(first.result(1))


async def errors(loop):
    async def coroutine():
        pass

    def fails(error):
        raise error

    pool = ThreadPoolExecutor(1)
    left = await loop.run_in_executor(pool, coroutine)
    show(asyncio.iscoroutine(left))
    left.close()
    await attempt(lambda: loop.run_in_executor(pool, 5))
    await attempt(lambda: asyncio.to_thread(fails, SystemExit(3)))
    await attempt(lambda: asyncio.to_thread(fails, error=ValueError('x')))
    await attempt(lambda: asyncio.to_thread(work))
    await attempt(lambda: loop.run_in_executor(3, work))
    for call in (lambda: loop.set_default_executor(5), lambda: ThreadPoolExecutor(0),
                 lambda: asyncio.run_coroutine_threadsafe(5, loop)):
        try:
            call()
        except Exception as error:
            show(repr(error))


def inside(loop):
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        show(repr(error))
    loop.call_soon_threadsafe(show, 'called soon')
    time.sleep(0.05)

    async def body():
        await asyncio.sleep(0.1)
        return 'from the loop'

    show(asyncio.run_coroutine_threadsafe(body(), loop).result())
    return [time.sleep(0.05) for _ in range(2)]


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(4))
    show(await asyncio.to_thread(work, 'a', seconds=0.05))
    await pools(loop)
    await errors(loop)
    show(await asyncio.to_thread(inside, loop))
    # Without call_soon_threadsafe the loop does not wake before its next timer.
    future = loop.create_future()
    started = loop.time()
    setter = loop.run_in_executor(None, lambda: (time.sleep(0.05), future.set_result('late'), time.sleep(0.4)))
    loop.call_later(0.2, show, 'a timer')
    show(await future, round(loop.time() - started, 1))
    await setter
    # A time-out does not end the thread.
    try:
        await asyncio.wait_for(asyncio.to_thread(work, 'slow', 0.2), 0.1)
    except asyncio.TimeoutError:
        show('timed out')
    await loop.shutdown_default_executor()
    await attempt(lambda: asyncio.to_thread(work, 'x'))
    loop.run_in_executor(ThreadPoolExecutor(1), work, 'after main')


asyncio.run(main())
show('the module is over')
