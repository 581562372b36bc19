"""wait_for: values, time-outs, what is cancelled, and its own cancellation."""
import asyncio
from asyncio import CancelledError


async def value(delay, result):
    await asyncio.sleep(delay)
    return result


async def v01_in_time(log):
    log(await asyncio.wait_for(value(1, 'v'), 2))
    log(await asyncio.wait_for(value(1, 'w'), None))


async def v02_too_late(log):
    async def w():
        try: await asyncio.sleep(5)
        except CancelledError as e:
            log(f'{e.args} {asyncio.current_task().cancelling()}')
            raise
    try: await asyncio.wait_for(w(), 1)
    except TimeoutError as e: log(f'{e.args} {type(e.__cause__).__name__}')
    log(asyncio.current_task().cancelling())


async def v03_a_task_is_cancelled(log):
    t = asyncio.create_task(value(5, 1))
    try: await asyncio.wait_for(t, 1)
    except TimeoutError: log(f'{t.cancelled()} {t.cancelling()}')


async def v04_a_slow_cleaning_up_delays_the_time_out(log):
    async def w():
        try: await asyncio.sleep(5)
        finally: await asyncio.sleep(2)
    try: await asyncio.wait_for(w(), 1)
    except TimeoutError: log('late')


async def v05_an_error_while_cleaning_up_wins(log):
    async def w():
        try: await asyncio.sleep(5)
        except CancelledError: raise ValueError('instead')
    try: await asyncio.wait_for(w(), 1)
    except ValueError as e: log(repr(e))
    log(asyncio.current_task().cancelling())


async def v06_zero_with_what_is_done(log):
    f = asyncio.get_running_loop().create_future()
    f.set_result('done')
    log(await asyncio.wait_for(f, 0))
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError('done'))
    try: await asyncio.wait_for(f, -1)
    except ValueError as e: log(repr(e))


async def v07_zero_with_a_task_that_swallows(log):
    async def w():
        try: await asyncio.sleep(5)
        except CancelledError: return 'kept'
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    log(await asyncio.wait_for(t, 0))


async def v08_the_waiter_is_cancelled(log):
    async def w():
        try: await asyncio.wait_for(value(5, 1), 3)
        except CancelledError as e:
            log(f'{e.args} {asyncio.current_task().cancelling()}')
            raise
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    t.cancel('outer')
    try: await t
    except CancelledError as e: log(e.args)


async def v09_cancelled_while_it_times_out(log):
    async def slow():
        try: await asyncio.sleep(9)
        finally: await asyncio.sleep(2)
    async def w():
        try: await asyncio.wait_for(slow(), 1)
        except CancelledError as e: log(f'cancelled {e.args} {asyncio.current_task().cancelling()}')
        except TimeoutError: log('timeout')
    t = asyncio.create_task(w())
    await asyncio.sleep(2)
    t.cancel('during')
    await t


async def v10_nested_the_inner_first(log):
    async def inner():
        try: await asyncio.wait_for(value(9, 1), 1)
        except TimeoutError: log('inner')
        await asyncio.sleep(9)
    try: await asyncio.wait_for(inner(), 2)
    except TimeoutError: log('outer')


async def v11_nested_at_one_instant(log):
    try:
        try: await asyncio.wait_for(asyncio.wait_for(value(9, 1), 1), 1)
        except CancelledError as e: log(f'cancelled {e.args}')
    except TimeoutError as e: log(f'timeout {type(e.__cause__).__name__}')
    log(asyncio.current_task().cancelling())


async def v12_a_child_cancelled_by_another(log):
    t = asyncio.create_task(value(5, 1))
    asyncio.get_running_loop().call_at(0.5, t.cancel, 'other')
    try: await asyncio.wait_for(t, 1)
    except CancelledError as e: log(f'{e.args} {asyncio.current_task().cancelling()}')


async def v13_a_semaphore_is_not_lost(log):
    s = asyncio.Semaphore(1)
    await s.acquire()
    async def w():
        try: await asyncio.wait_for(s.acquire(), 1)
        except TimeoutError: log(f'timeout {s.locked()}')
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    s.release()
    await t
    log(s.locked())


async def v14_zero_and_the_waiter_is_cancelled(log):
    async def w():
        f = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_soon(asyncio.current_task().cancel, 'now')
        try: await asyncio.wait_for(f, 0)
        except CancelledError as e: log(f'{e.args} {f.cancelled()}')
        except TimeoutError: log('timeout')
    await asyncio.create_task(w())
