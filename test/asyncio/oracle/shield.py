"""shield: what is cancelled and what is not, and what becomes of late errors."""
import asyncio
from asyncio import CancelledError


async def value(delay, result):
    await asyncio.sleep(delay)
    return result


async def fail(delay, text):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def cancelled_after(log, delay, awaited):
    async def w():
        try: log(f'value {await awaited}')
        except CancelledError as e: log(f'cancelled {e.args}')
    t = asyncio.create_task(w())
    await asyncio.sleep(delay)
    t.cancel('m')
    await t


async def h01_value(log):
    log(await asyncio.shield(value(1, 'v')))


async def h02_error(log):
    try: await asyncio.shield(fail(1, 'x'))
    except ValueError as e: log(repr(e))


async def h03_the_inner_goes_on(log):
    inner = asyncio.create_task(value(3, 'v'))
    await cancelled_after(log, 1, asyncio.shield(inner))
    log(f'{inner.done()} {await inner}')


async def h04_the_inner_is_cancelled(log):
    inner = asyncio.create_task(value(3, 'v'))
    asyncio.get_running_loop().call_at(1, inner.cancel, 'inner')
    try: await asyncio.shield(inner)
    except CancelledError as e: log(f'{e.args} {asyncio.current_task().cancelling()}')


async def h05_done_already(log):
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    log(asyncio.shield(f) is f)


async def h06_two_shields_one_report(log):
    inner = asyncio.create_task(fail(3, 'late'))
    shields = [asyncio.shield(inner), asyncio.shield(inner)]
    await asyncio.sleep(1)
    for s in shields: s.cancel()
    await asyncio.sleep(5)
    log(f'{[s.cancelled() for s in shields]}')


async def h07_two_shields_one_cancelled(log):
    inner = asyncio.create_task(fail(3, 'late'))
    first, second = asyncio.shield(inner), asyncio.shield(inner)
    await asyncio.sleep(1)
    first.cancel()
    try: await second
    except ValueError as e: log(repr(e))


async def h08_cancelled_in_the_iteration_in_which_the_inner_ends(log):
    inner = asyncio.create_task(value(1, 'v'))
    outer = asyncio.shield(inner)
    inner.add_done_callback(lambda _: log(f'cancel {outer.cancel()}'))
    try: log(await outer)
    except CancelledError: log('cancelled')
    log(inner.result())


async def h09_a_shield_in_a_time_out(log):
    inner = asyncio.create_task(value(3, 'v'))
    try: await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError: log(f'timeout {inner.done()}')
    log(await inner)


async def h10_a_shielded_gather(log):
    g = asyncio.gather(value(2, 1), value(3, 2))
    await cancelled_after(log, 1, asyncio.shield(g))
    log(await g)


async def h11_a_cancelled_shield_and_a_cancelled_inner(log):
    inner = asyncio.create_task(value(3, 'v'))
    await cancelled_after(log, 1, asyncio.shield(inner))
    inner.cancel()
    await asyncio.wait([inner])
    log(inner.cancelled())


async def h12_a_shield_of_a_shield(log):
    inner = asyncio.create_task(value(2, 'v'))
    await cancelled_after(log, 1, asyncio.shield(asyncio.shield(inner)))
    log(await inner)


async def h13_made_in_a_callback(log):
    inner = asyncio.create_task(fail(2, 'late'))
    def make():
        made = asyncio.shield(inner)
        asyncio.get_running_loop().call_later(1, made.cancel)
    asyncio.get_running_loop().call_soon(make)
    await asyncio.sleep(4)
    log('end')
