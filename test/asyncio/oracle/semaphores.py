"""Semaphore and BoundedSemaphore: fairness, hand-over and cancellation."""
import asyncio
from asyncio import CancelledError


async def hold(log, semaphore, name, delay):
    try:
        async with semaphore:
            log(f'{name} in')
            await asyncio.sleep(delay)
    except CancelledError: log(f'{name} cancelled')


async def m01_batches(log):
    s = asyncio.Semaphore(2)
    await asyncio.gather(*(hold(log, s, i, 1) for i in range(5)))


async def m02_a_newcomer_queues_behind_a_live_waiter(log):
    s = asyncio.Semaphore(1)
    await s.acquire()
    t = asyncio.create_task(hold(log, s, 'waiter', 1))
    await asyncio.sleep(0)
    s.release()
    s.release()
    log(s.locked())
    await hold(log, s, 'newcomer', 1)
    await t
    log(s.locked())


async def m03_cancelled_after_the_hand_over_gives_it_back(log):
    s = asyncio.Semaphore(1)
    await s.acquire()
    ts = [asyncio.create_task(hold(log, s, i, 1)) for i in range(2)]
    await asyncio.sleep(0)
    s.release()
    ts[0].cancel()
    await asyncio.wait(ts)
    log(f'{s._value} {s.locked()}')


async def m04_cancelled_while_it_waits(log):
    s = asyncio.Semaphore(1)
    await s.acquire()
    ts = [asyncio.create_task(hold(log, s, i, 1)) for i in range(3)]
    await asyncio.sleep(0)
    ts[0].cancel()
    ts[1].cancel()
    s.release()
    await asyncio.wait(ts)
    log(f'{s._value} {s.locked()}')


async def m05_zero_permits(log):
    s = asyncio.Semaphore(0)
    asyncio.get_running_loop().call_later(1, s.release)
    log(s.locked())
    log(await s.acquire())
    try: asyncio.Semaphore(-1)
    except ValueError as e: log(e)


async def m06_bounded(log):
    s = asyncio.BoundedSemaphore(1)
    await s.acquire()
    s.release()
    try: s.release()
    except ValueError as e: log(e)
    log(s._value)


async def m07_two_releases_wake_two(log):
    s = asyncio.Semaphore(0)
    ts = [asyncio.create_task(hold(log, s, i, 1)) for i in range(3)]
    await asyncio.sleep(0)
    s.release()
    s.release()
    await asyncio.sleep(0)
    log(s._value)
    await asyncio.wait(ts)


async def m08_a_time_out_around_acquire(log):
    s = asyncio.Semaphore(1)
    async def w(i):
        try:
            async with asyncio.timeout(1.5): await s.acquire()
        except TimeoutError:
            log(f'{i} timeout')
            return
        log(f'{i} in')
        await asyncio.sleep(1)
        s.release()
    await asyncio.gather(*(w(i) for i in range(4)))
    log(s._value)


async def m09_a_crowd_cancelled_at_the_release(log):
    s = asyncio.Semaphore(2)
    ts = [asyncio.create_task(hold(log, s, i, 2)) for i in range(6)]
    loop = asyncio.get_running_loop()
    for i in (0, 2, 3): loop.call_at(2, ts[i].cancel)
    await asyncio.wait(ts)
    log(s._value)


async def m10_locked_counts_waiters_that_are_not_cancelled(log):
    s = asyncio.Semaphore(1)
    await s.acquire()
    ts = [asyncio.create_task(hold(log, s, i, 1)) for i in range(2)]
    await asyncio.sleep(0)
    for t in ts: t.cancel()
    s.release()
    log(f'{s._value} {s.locked()}')
    await hold(log, s, 'newcomer', 0)
    await asyncio.wait(ts)


async def m11_an_error_inside_releases(log):
    s = asyncio.Semaphore(1)
    async def w():
        async with s: raise ValueError('inside')
    log(await asyncio.gather(w(), w(), return_exceptions=True))
    log(s._value)


async def m12_the_permit_goes_to_the_next_when_the_first_is_cancelled_in_its_iteration(log):
    s = asyncio.Semaphore(1)
    ts = [asyncio.create_task(hold(log, s, i, 1)) for i in range(3)]
    asyncio.get_running_loop().call_at(1, ts[1].cancel)
    await asyncio.wait(ts)
    log(s._value)
