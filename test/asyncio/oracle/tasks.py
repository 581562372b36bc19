"""cancel, uncancel, messages, bad yields, eager start, names and callbacks."""
import asyncio
from asyncio import CancelledError


def current():
    return asyncio.current_task()


async def c01_message_of_the_first_of_two_cancels_before_the_start(log):
    async def w(): log('body')
    t = asyncio.create_task(w())
    log([t.cancel('a'), t.cancel('b'), t.cancelling()])
    try: await t
    except CancelledError as e: log(f'{e.args} {t.cancelling()} {t.uncancel()} {t.cancelled()}')


async def c02_cancel_of_a_done_task_is_refused(log):
    async def w(): return 5
    t = asyncio.create_task(w())
    await t
    log(f'{t.cancel("late")} {t.cancelled()} {t.result()} {t.cancelling()}')


async def c03_uncancel_to_zero_drops_a_pending_cancellation(log):
    async def w():
        current().cancel('self')
        log(f'{current().cancelling()} {current().uncancel()} {current().uncancel()}')
        await asyncio.sleep(0)
        log('not cancelled')
        return 'value'
    log(await asyncio.create_task(w()))


async def c04_uncancel_above_zero_keeps_it(log):
    async def w():
        current().cancel('a')
        current().cancel('b')
        log(current().uncancel())
        try: await asyncio.sleep(0)
        except CancelledError as e: log(f'{e.args} {current().cancelling()}')
    await asyncio.create_task(w())


async def c05_second_awaiter_of_a_cancelled_task_gets_no_message(log):
    async def w(): await asyncio.sleep(9)
    async def awaiter(i):
        try: await t
        except CancelledError as e: log(f'{i} {e.args}')
    t = asyncio.create_task(w())
    a = [asyncio.create_task(awaiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    t.cancel('once')
    await asyncio.wait(a)


async def c06_cancel_passes_through_a_chain_of_tasks(log):
    async def leaf():
        try: await asyncio.sleep(9)
        except CancelledError as e:
            log(f'leaf {e.args}')
            raise
    async def link(t):
        try: await t
        except CancelledError as e:
            log(f'{current().get_name()} {e.args} {current().cancelling()}')
            raise
    a = asyncio.create_task(leaf(), name='a')
    b = asyncio.create_task(link(a), name='b')
    c = asyncio.create_task(link(b), name='c')
    await asyncio.sleep(0)
    c.cancel('deep')
    log([t.cancelling() for t in (a, b, c)])
    try: await c
    except CancelledError as e: log(f'main {e.args} {[t.cancelled() for t in (a, b, c)]}')


async def c07_cancelled_between_the_result_and_the_wake_up(log):
    f = asyncio.get_running_loop().create_future()
    async def w():
        try: log(f'value {await f}')
        except CancelledError as e: log(f'lost {e.args} {f.result()}')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    f.set_result(1)
    log(t.cancel('too late'))
    await t


async def c08_a_cancelled_error_that_is_replaced(log):
    async def w():
        try: await asyncio.sleep(9)
        except CancelledError: raise ValueError('instead')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except ValueError as e: log(f'{e!r} {t.cancelled()} {t.cancelling()}')


async def c09_a_swallowed_cancellation(log):
    async def w():
        try: await asyncio.sleep(9)
        except CancelledError: pass
        await asyncio.sleep(1)
        return 'survived'
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    log(f'{await t} {t.cancelling()} {t.cancelled()}')


async def c10_cancel_in_finally_waits_for_it(log):
    async def w():
        try: await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
            log('cleaned up')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel('first')
    try: await t
    except CancelledError as e: log(e.args)


async def c11_a_second_cancel_interrupts_the_cleaning_up(log):
    async def w():
        try: await asyncio.sleep(9)
        finally:
            try: await asyncio.sleep(5)
            except CancelledError as e:
                log(f'interrupted {e.args} {current().cancelling()}')
                raise
    t = asyncio.create_task(w())
    asyncio.get_running_loop().call_at(1, t.cancel, 'one')
    asyncio.get_running_loop().call_at(2, t.cancel, 'two')
    try: await t
    except CancelledError as e: log(e.args)


async def c12_a_task_awaits_itself(log):
    async def w():
        try: await current()
        except RuntimeError as e: log(str(e)[:28])
        await asyncio.sleep(0)
        log('goes on')
    await asyncio.create_task(w())


async def c13_a_bad_yield(log):
    class Odd:
        def __await__(self): yield 5
    try: await Odd()
    except RuntimeError as e: log(e)
    log('after')


async def c14_a_coroutine_is_awaited_once(log):
    async def w(): return 1
    c = w()
    log(await c)
    try: await c
    except RuntimeError as e: log(e)


async def c15_names_and_numbers(log):
    async def w(): pass
    a = asyncio.create_task(w())
    b = asyncio.create_task(w(), name='named')
    c = asyncio.create_task(w())
    c.set_name('renamed')
    d = asyncio.create_task(w())
    log([t.get_name() for t in (a, b, c, d)])
    log(sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.wait([a, b, c, d])
    log([t.get_name() for t in asyncio.all_tasks()])


async def c16_eager_start_runs_to_the_first_wait(log):
    async def w(i):
        log(f'{i} in {current().get_name()}')
        if i: await asyncio.sleep(0)
        log(f'{i} ends')
        return i
    loop = asyncio.get_running_loop()
    ts = [loop.create_task(w(i), eager_start=True) for i in (0, 1)]
    log([t.done() for t in ts])
    log(await asyncio.gather(*ts))


async def c17_an_eager_task_that_fails(log):
    async def w(): raise ValueError('early')
    t = asyncio.get_running_loop().create_task(w(), eager_start=True)
    log(f'{t.done()}')
    try: await t
    except ValueError as e: log(repr(e))


async def c18_cancel_by_the_task_that_is_awaited(log):
    me = current()
    async def w():
        log(me.cancel('from below'))
        try: await asyncio.sleep(1)
        except CancelledError as e:
            log(f'below {e.args} {current().cancelling()}')
            raise
    t = asyncio.create_task(w())
    try: await t
    except CancelledError as e: log(f'above {e.args} {me.cancelling()}')


async def c19_a_must_cancel_hits_the_future_of_the_next_await(log):
    f = asyncio.get_running_loop().create_future()
    async def w():
        current().cancel('pending')
        try: await f
        except CancelledError as e: log(f'{e.args} {f.cancelled()}')
    await asyncio.create_task(w())


async def c20_tasks_refuse_results(log):
    async def w(): pass
    t = asyncio.create_task(w())
    for act in (lambda: t.set_result(1), lambda: t.set_exception(ValueError()), t.result,
                t.exception):
        try: act()
        except (RuntimeError, asyncio.InvalidStateError) as e: log(repr(e))
    await t


async def c21_a_coroutine_that_is_over_as_a_task(log):
    async def w():
        await asyncio.sleep(1)
        return 1
    c = w()
    log(await c)
    t = asyncio.create_task(c)
    try: await t
    except RuntimeError as e: log(e)
