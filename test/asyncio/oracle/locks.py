"""Lock, Event and Condition, under cancellation too."""
import asyncio
from asyncio import CancelledError


async def hold(log, lock, name, delay):
    try:
        async with lock:
            log(f'{name} in')
            await asyncio.sleep(delay)
    except CancelledError: log(f'{name} cancelled')


async def l01_in_order_of_arrival(log):
    lock = asyncio.Lock()
    await asyncio.gather(*(hold(log, lock, i, 1) for i in range(3)))


async def l02_a_cancelled_waiter_is_passed_over(log):
    lock = asyncio.Lock()
    ts = [asyncio.create_task(hold(log, lock, i, 2)) for i in range(3)]
    await asyncio.sleep(1)
    ts[1].cancel()
    await asyncio.wait(ts)


async def l03_cancelled_after_it_was_woken(log):
    lock = asyncio.Lock()
    await lock.acquire()
    ts = [asyncio.create_task(hold(log, lock, i, 1)) for i in range(2)]
    await asyncio.sleep(0)
    lock.release()
    ts[0].cancel()
    log(lock.locked())
    await asyncio.wait(ts)
    log(lock.locked())


async def l04_release_refuses(log):
    try: asyncio.Lock().release()
    except RuntimeError as e: log(e)
    try: asyncio.Condition().notify()
    except RuntimeError as e: log(e)
    try: await asyncio.Condition().wait()
    except RuntimeError as e: log(e)


async def l05_the_one_that_releases_may_not_barge(log):
    lock = asyncio.Lock()
    async def greedy():
        for i in range(2):
            async with lock: log(f'greedy {i}')
    await lock.acquire()
    ts = [asyncio.create_task(greedy()), asyncio.create_task(hold(log, lock, 'other', 0))]
    await asyncio.sleep(0)
    lock.release()
    await asyncio.wait(ts)


async def l06_all_waiters_cancelled_leaves_it_free(log):
    lock = asyncio.Lock()
    await lock.acquire()
    ts = [asyncio.create_task(hold(log, lock, i, 1)) for i in range(3)]
    await asyncio.sleep(0)
    for t in ts: t.cancel()
    lock.release()
    log(f'{lock.locked()} {await lock.acquire()}')
    await asyncio.wait(ts)


async def l07_event_wakes_all_in_order(log):
    e = asyncio.Event()
    async def w(i): log(f'{i} {await e.wait()}')
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    e.set()
    await asyncio.wait(ts)
    log(await e.wait())
    e.clear()
    log(e.is_set())


async def l08_an_event_waiter_cancelled_after_set(log):
    e = asyncio.Event()
    async def w():
        try: log(await e.wait())
        except CancelledError: log(f'cancelled {e.is_set()}')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    e.set()
    t.cancel()
    await t


async def l09_condition_notify_counts(log):
    c = asyncio.Condition()
    async def w(i):
        async with c: log(f'{i} {await c.wait()}')
    ts = [asyncio.create_task(w(i)) for i in range(4)]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
        log('notified')
    await asyncio.sleep(1)
    async with c: c.notify_all()
    await asyncio.wait(ts)


async def l10_condition_wait_for(log):
    c = asyncio.Condition()
    items = []
    async def w():
        async with c: log(await c.wait_for(lambda: len(items) > 1 and items))
    t = asyncio.create_task(w())
    for i in range(3):
        await asyncio.sleep(1)
        async with c:
            items.append(i)
            c.notify()
    await t


async def l11_a_notified_waiter_that_is_cancelled_passes_it_on(log):
    c = asyncio.Condition()
    async def w(i):
        try:
            async with c: log(f'{i} {await c.wait()}')
        except CancelledError: log(f'{i} cancelled')
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    async with c: c.notify(1)
    ts[0].cancel()
    done, pending = await asyncio.wait(ts, timeout=1)
    log(f'{len(done)} {len(pending)}')


async def l12_cancelled_twice_while_it_takes_the_lock_again(log):
    c = asyncio.Condition()
    async def w():
        try:
            async with c: await c.wait()
        except CancelledError as e: log(f'{e.args} {asyncio.current_task().cancelling()}')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    async with c:
        t.cancel('one')
        await asyncio.sleep(1)
        t.cancel('two')
        await asyncio.sleep(1)
        log('release')
    await t


async def l13_condition_on_a_shared_lock(log):
    lock = asyncio.Lock()
    a, b = asyncio.Condition(lock), asyncio.Condition(lock)
    async def w(c, name):
        async with c: log(f'{name} {await c.wait()}')
    ts = [asyncio.create_task(w(a, 'a')), asyncio.create_task(w(b, 'b'))]
    await asyncio.sleep(0)
    async with lock: b.notify()
    await asyncio.sleep(1)
    async with lock: a.notify()
    await asyncio.wait(ts)


async def l14_a_lock_with_a_time_out(log):
    lock = asyncio.Lock()
    ts = [asyncio.create_task(hold(log, lock, 'first', 3))]
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout(1):
            async with lock: log('never')
    except TimeoutError: log('timeout')
    await asyncio.wait(ts)
    log(lock.locked())
