"""Minimal programs for behaviour that is easily got wrong, one a surprise."""
import asyncio
from asyncio import CancelledError


async def s01_heap_scramble(log):
    """equal deadlines are NOT FIFO: 6 tasks sleep(1), wake order."""
    async def w(i): await asyncio.sleep(1); log(i)
    await asyncio.gather(*(w(i) for i in range(6)))

async def s02_race_simple(log):
    """wait_for(sleep(1), 1): timeout timer is older, wins."""
    try: log(await asyncio.wait_for(asyncio.sleep(1, 'v'), 1))
    except TimeoutError: log('TimeoutError')

async def s03_race_done_then_timeout(log):
    """sleep wakes first in the same iteration, timeout second: value is still lost."""
    async def inner():
        await asyncio.sleep(1); log('inner resumed')
        return 'v'
    t = asyncio.create_task(asyncio.sleep(1))       # decoy timer created first
    async def racer():
        await asyncio.sleep(0.5)
        fut = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_at(1, fut.set_result, 'v')      # older than the timeout timer
        try:
            async with asyncio.timeout_at(1): log(await fut)
        except TimeoutError: log(f'TimeoutError although fut={fut.result()!r}')
    await racer()

async def s04_race_task(log):
    """same race, but the awaited thing is a Task: wait_for(task, t)."""
    t = asyncio.create_task(asyncio.sleep(1, 'v'))
    await asyncio.sleep(0)
    try: log(await asyncio.wait_for(t, 1))
    except TimeoutError: log(f'TimeoutError; task: {"cancelled" if t.cancelled() else t}')

async def s05_cancel_unstarted(log):
    """cancel before the first step: body (and finally) never run."""
    async def w():
        try: log('body')
        finally: log('finally')
    t = asyncio.create_task(w()); log(t.cancel('m'))
    try: await t
    except CancelledError as e: log(f'cancelled {e.args}')

async def s06_double_cancel(log):
    """two cancels in one iteration: one delivery, first message, cancelling()==2."""
    async def w():
        try: await asyncio.sleep(9)
        except CancelledError as e: log(f'{e.args} cancelling={asyncio.current_task().cancelling()}')
        await asyncio.sleep(1); log('slept after swallow')
    t = asyncio.create_task(w()); await asyncio.sleep(0)
    log(t.cancel('a')); log(t.cancel('b')); await t

async def s07_self_cancel_return(log):
    """self-cancel then return without awaiting: result lost, task cancelled."""
    async def w():
        asyncio.current_task().cancel('self'); return 42
    t = asyncio.create_task(w())
    try: log(await t)
    except CancelledError as e: log(f'cancelled {e.args}')

async def s08_swallow_then_taskgroup(log):
    """swallowed cancel + later TaskGroup failure: a fresh CancelledError at the next await."""
    async def bad(): raise ValueError('x')
    async def w():
        try: await asyncio.sleep(9)
        except CancelledError: log(f'swallowed c={asyncio.current_task().cancelling()}')
        try:
            async with asyncio.TaskGroup() as tg: tg.create_task(bad())
        except* ValueError: log(f'eg c={asyncio.current_task().cancelling()}')
        try: await asyncio.sleep(1); log('slept')
        except CancelledError: log('cancelled AGAIN')
    t = asyncio.create_task(w()); await asyncio.sleep(0); t.cancel(); await t

async def s09_cancel_and_timeout(log):
    """outer cancel and timeout at the same instant: CancelledError wins."""
    async def w():
        try:
            async with asyncio.timeout(1): await asyncio.sleep(5)
        except TimeoutError: log('TimeoutError')
        except CancelledError as e: log(f'CancelledError {e.args} c={asyncio.current_task().cancelling()}')
    t = asyncio.create_task(w()); asyncio.get_running_loop().call_at(1, t.cancel, 'ext')
    await asyncio.wait([t])

async def s10_waitfor_swallow(log):
    """wait_for whose coroutine swallows the cancel: value returned, no TimeoutError."""
    async def w():
        try: await asyncio.sleep(5)
        except CancelledError: return 'swallowed'
    try: log(await asyncio.wait_for(w(), 1))
    except TimeoutError: log('TimeoutError')
    log(f'cancelling={asyncio.current_task().cancelling()}')

async def s11_zero_timeouts(log):
    """timeout(0): body runs up to its first suspension; wait_for(coro, 0): never starts."""
    async def w(): log('w ran'); await asyncio.sleep(0); log('w resumed')
    try:
        async with asyncio.timeout(0): await w()
    except TimeoutError: log('timeout(0) -> TimeoutError')
    async with asyncio.timeout(0): log('no suspension: ok')
    try: await asyncio.wait_for(w(), 0)
    except TimeoutError: log('wait_for(0) -> TimeoutError')

async def s12_resolution(log):
    """0.1+0.2 and 0.3 fire in ONE iteration (clock resolution 1e-9); time() is 0.3 for both."""
    async def a(): await asyncio.sleep(0.1); await asyncio.sleep(0.2); log(f'a woke, time()={asyncio.get_running_loop().time()!r}, deadline was {0.1+0.2!r}')
    async def b(): await asyncio.sleep(0.3); log('b woke')
    await asyncio.gather(a(), b())

async def s14_horizon_ok(log):
    """t = 2**23: still fine."""
    await asyncio.sleep(2.0 ** 23); await asyncio.sleep(1); log('woke')

async def s15_event_pulse(log):
    """Event.set(); clear(): waiters still wake with True."""
    ev = asyncio.Event()
    async def w(i): r = await ev.wait(); log(f'{i} {r} is_set={ev.is_set()}')
    ts = [asyncio.create_task(w(i)) for i in range(2)]; await asyncio.sleep(0)
    ev.set(); ev.clear(); await asyncio.gather(*ts)

async def s16_gather_cancel(log):
    """gather(return_exceptions=True) cancelled: raises CancelledError, not a list."""
    async def w(i):
        try: await asyncio.sleep(5)
        except CancelledError:
            if i == 0: return 'kept'
            raise
    async def outer():
        try: log(await asyncio.gather(w(0), w(1), return_exceptions=True))
        except CancelledError as e: log(f'CancelledError {e.args}')
    t = asyncio.create_task(outer()); await asyncio.sleep(1); t.cancel('m'); await t

async def s17_gather_siblings(log):
    """gather fails fast but does not cancel siblings."""
    async def bad(): await asyncio.sleep(1); raise ValueError('x')
    async def ok(): await asyncio.sleep(2); log('sibling finished')
    try: await asyncio.gather(bad(), ok())
    except ValueError: log('ValueError')
    await asyncio.sleep(2)

async def s18_after_main(log):
    """main returns: the rest of that iteration still runs, later steps only under shutdown cancel."""
    async def w():
        try:
            for i in range(6): await asyncio.sleep(0); log(i)
        except CancelledError: log('cancelled by shutdown'); raise
    asyncio.create_task(w()); await asyncio.sleep(0); log('main returns')

async def s19_wait_done(log):
    """wait() on already-done tasks still suspends (2 iterations)."""
    t = asyncio.create_task(asyncio.sleep(0)); await t
    log('before'); await asyncio.wait([t]); log('after')

async def s20_shield_log(log):
    """shield: outer cancelled, inner fails later -> loop exception handler (3.14)."""
    async def bad(): await asyncio.sleep(1); raise ValueError('late')
    try: await asyncio.wait_for(asyncio.shield(asyncio.create_task(bad())), 0.5)
    except TimeoutError: log('TimeoutError')
    await asyncio.sleep(1)

async def s21_manual_cancel(log):
    """raise CancelledError by hand: task counts as cancelled, cancelling()==0."""
    async def w(): raise CancelledError('hand')
    t = asyncio.create_task(w())
    try: await t
    except CancelledError as e: log(f'{e.args} cancelled={t.cancelled()} cancelling={t.cancelling()}')

async def s22_tg_parent_cancel(log):
    """TaskGroup in a cancelled parent + failing child: ExceptionGroup wins, cancel re-armed."""
    async def bad():
        try: await asyncio.sleep(5)
        finally: raise ValueError('cleanup')
    async def w():
        try:
            async with asyncio.TaskGroup() as tg: tg.create_task(bad())
        except* ValueError: log(f'eg c={asyncio.current_task().cancelling()}')
        try: await asyncio.sleep(0); log('not cancelled')
        except CancelledError as e: log(f're-cancelled {e.args}'); raise
    t = asyncio.create_task(w()); await asyncio.sleep(1); t.cancel('m')
    try: await t
    except CancelledError as e: log(f'main sees {e.args}')

async def s23_sleep_tiny(log):
    """sleep(0) is one iteration, sleep(1e-12) is a timer + 2 iterations."""
    async def a():
        for i in range(4): await asyncio.sleep(0); log(f'a{i}')
    async def b(): await asyncio.sleep(1e-12); log('b')
    await asyncio.gather(a(), b())

async def s24_callbacks(log):
    """done callbacks run as separate ready handles, FIFO, one iteration later."""
    f = asyncio.get_running_loop().create_future()
    f.add_done_callback(lambda _: log('cb1')); f.add_done_callback(lambda _: log('cb2'))
    asyncio.get_running_loop().call_soon(log, 'soon1'); f.set_result(1); asyncio.get_running_loop().call_soon(log, 'soon2')
    log('sync'); await f; log('awaited done future: no suspension'); await asyncio.sleep(0); log('later')

async def s25_cond_cancel(log):
    """Condition.wait cancelled while another task holds the lock: CancelledError only after re-acquire."""
    c = asyncio.Condition()
    async def w():
        async with c:
            try: await c.wait()
            except CancelledError: log('CancelledError delivered'); raise
    t = asyncio.create_task(w()); await asyncio.sleep(0)
    async with c:
        t.cancel(); log('cancelled at 0'); await asyncio.sleep(1); log('releasing')
    try: await t
    except CancelledError: log('done')

async def s26_sem_handoff(log):
    """Semaphore: release() hands the slot to the waiter immediately (locked() stays True)."""
    s = asyncio.Semaphore(1); await s.acquire()
    async def w(): await s.acquire(); log('waiter in')
    t = asyncio.create_task(w()); await asyncio.sleep(0)
    s.release(); log(f'value={s._value} locked={s.locked()}'); await t

async def s27_lock_handoff(log):
    """Lock: release() does not hand over; locked() is False until the waiter runs, yet newcomers queue."""
    l = asyncio.Lock(); await l.acquire()
    async def w(): await l.acquire(); log('waiter in'); l.release()
    t = asyncio.create_task(w()); await asyncio.sleep(0)
    l.release(); log(f'locked={l.locked()}'); await l.acquire(); log('newcomer in'); await t

async def s28_compaction(log):
    """heap compaction (>100 timers, >50% cancelled) changes the order of equal deadlines."""
    L = asyncio.get_running_loop()
    hs = [L.call_at(1, log, i) for i in range(110)]
    for i, h in enumerate(hs):
        if i % 10 != 3: h.cancel()
    await asyncio.sleep(0); await asyncio.sleep(2)

async def s29_no_compaction(log):
    """... the same survivors without compaction (100 timers)."""
    L = asyncio.get_running_loop()
    hs = [L.call_at(1, log, i) for i in range(99)]
    for i, h in enumerate(hs):
        if i % 10 != 3: h.cancel()
    await asyncio.sleep(0); await asyncio.sleep(2)

async def s31_self_await(log):
    """await self leaves _asyncio_future_blocking set: a later awaiter fails in C only."""
    d = {}
    async def me():
        try: await d['me']
        except RuntimeError as e: log('me: ' + str(e)[:29])
    async def other():
        try: await d['me']; log('other: ok')
        except RuntimeError as e: log('other: ' + str(e))
    d['me'] = asyncio.create_task(me()); asyncio.create_task(other()); await asyncio.sleep(1)
