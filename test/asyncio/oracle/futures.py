"""Results, exceptions, cancellation and callbacks of futures, and the loop's own callbacks."""
import asyncio
from asyncio import CancelledError


def new():
    return asyncio.get_running_loop().create_future()


async def f01_states(log):
    f = new()
    for ask in (f.done, f.cancelled, f.result, f.exception):
        try: log(ask())
        except asyncio.InvalidStateError as e: log(repr(e))
    f.set_result(3)
    log(f'{f.done()} {f.cancelled()} {f.result()} {f.exception()} {f.cancel()}')


async def f02_done_is_done(log):
    for settle in (lambda f: f.set_result(1), lambda f: f.set_exception(ValueError('x')),
                   lambda f: f.cancel('m')):
        f = new()
        settle(f)
        for again in (lambda: f.set_result(2), lambda: f.set_exception(KeyError('y'))):
            try: again()
            except asyncio.InvalidStateError as e: log(repr(e))
        log(f.cancel('n'))
        try: f.exception()
        except CancelledError as e: log(e.args)


async def f03_callbacks_in_order_of_registration(log):
    f = new()
    loop = asyncio.get_running_loop()
    a = lambda _: log('a')
    b = lambda _: log('b')
    for each in (a, b, a): f.add_done_callback(each)
    log(f.remove_done_callback(a))
    f.add_done_callback(a)
    loop.call_soon(log, 'before')
    f.set_result(None)
    loop.call_soon(log, 'after')
    f.add_done_callback(b)
    await asyncio.sleep(0)
    log('next iteration')


async def f04_a_cancelled_future_makes_its_error_anew(log):
    f = new()
    f.cancel('why')
    seen = []
    for _ in range(2):
        try: await f
        except CancelledError as e:
            seen.append(e)
            log(e.args)
    log(seen[0] is seen[1])


async def f05_three_tasks_await_one_failure(log):
    f = new()
    async def w(i):
        try: await f
        except ValueError as e: log(f'{i} {e!r}')
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    asyncio.get_running_loop().call_later(1, f.set_exception, ValueError('x'))
    await asyncio.gather(*ts)


async def f06_a_stop_iteration_is_wrapped(log):
    f = new()
    f.set_exception(StopIteration(5))
    try: await f
    except RuntimeError as e: log(f'{e!r} {e.__cause__!r}')


async def f07_cancel_of_one_awaiter_cancels_the_future_for_all(log):
    f = new()
    async def w(i):
        try: await f
        except CancelledError as e: log(f'{i} {e.args} {asyncio.current_task().cancelling()}')
    ts = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    ts[1].cancel('mine')
    await asyncio.wait(ts)
    log(f.cancelled())


async def f08_a_callback_that_fails(log):
    f = new()
    def bad(_): raise ValueError('in callback')
    f.add_done_callback(bad)
    f.add_done_callback(lambda _: log('still called'))
    f.set_result(1)
    await asyncio.sleep(0)
    log('the loop goes on')


async def f09_call_soon_call_later_call_at(log):
    loop = asyncio.get_running_loop()
    loop.call_later(0, log, 'later 0')
    loop.call_later(-5, log, 'later -5')
    loop.call_at(0, log, 'at 0')
    loop.call_soon(log, 'soon')
    loop.call_later(1, log, 'later 1')
    loop.call_at(0.5, log, 'at 0.5')
    await asyncio.sleep(1)
    log('end')


async def f10_a_handle_cancelled_in_the_iteration_in_which_it_is_ready(log):
    loop = asyncio.get_running_loop()
    handles = []
    loop.call_soon(lambda: handles[0].cancel())
    handles.append(loop.call_soon(log, 'never'))
    handles.append(loop.call_at(1, lambda: handles[2].cancel()))
    handles.append(loop.call_at(1, log, 'never'))
    loop.call_at(1, log, 'third')
    await asyncio.sleep(2)
    log([h.cancelled() for h in handles])


async def f11_timers_within_the_resolution(log):
    loop = asyncio.get_running_loop()
    for when in (1, 1 + 9e-10, 1 + 1e-9, 1 + 1.1e-9, 1 - 1e-9):
        loop.call_at(when, lambda when=when: log(f'{when - 1:.2e}'))
    await asyncio.sleep(2)


async def f12_a_callback_schedules_at_the_same_instant(log):
    loop = asyncio.get_running_loop()
    def first():
        log('first')
        loop.call_later(0, log, 'timer')
        loop.call_soon(log, 'soon')
    loop.call_at(1, first)
    loop.call_at(1, log, 'second')
    await asyncio.sleep(2)


async def f13_when_cancelled_timers_are_dropped(log):
    """More than 100 timers, more than half of them cancelled: then equal deadlines change order."""
    loop = asyncio.get_running_loop()
    for count, cancelled in ((100, 60), (101, 50), (101, 51), (102, 51), (102, 52)):
        order = []
        handles = [loop.call_at(loop.time() + 1, order.append, i) for i in range(count)]
        for i in range(cancelled): handles[(i * 7 + 3) % count].cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(2)
        log(order)
