"""sleep: results, order, arithmetic and cancellation."""
import asyncio
import math
from asyncio import CancelledError


async def z01_a_result(log):
    log(await asyncio.sleep(1, 'result'))
    log(await asyncio.sleep(0, 'at once'))
    log(await asyncio.sleep(1))


async def z02_not_a_number(log):
    try: await asyncio.sleep(math.nan)
    except ValueError as e: log(repr(e))


async def z03_sums_as_float64(log):
    for _ in range(10): await asyncio.sleep(0.1)
    log(asyncio.get_running_loop().time() == 1.0)


async def z04_many_at_one_instant(log):
    async def w(i):
        await asyncio.sleep(1)
        log(i)
    await asyncio.gather(*(w(i) for i in range(12)))


async def z05_two_waves(log):
    async def w(i):
        for wave in range(2):
            await asyncio.sleep(1)
            log(f'{wave} {i}')
    await asyncio.gather(*(w(i) for i in range(5)))


async def z06_zero_is_one_iteration(log):
    async def w(name, n):
        for i in range(n):
            await asyncio.sleep(0)
            log(f'{name}{i}')
    await asyncio.gather(w('a', 3), w('b', 2))


async def z07_cancelled_in_sleep_zero(log):
    async def w():
        try: await asyncio.sleep(0)
        except CancelledError as e: log(e.args)
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    log(t.cancel('bare'))
    await t


async def z08_cancelled_at_the_deadline(log):
    async def w():
        try: log(await asyncio.sleep(1, 'slept'))
        except CancelledError as e: log(e.args)
    ts = [asyncio.create_task(w()) for _ in range(2)]
    asyncio.get_running_loop().call_at(1, ts[1].cancel, 'at the deadline')
    await asyncio.wait(ts)


async def z09_a_long_sleep(log):
    await asyncio.sleep(86400 * 100)
    log('a hundred days')


async def z10_a_tiny_sleep_beside_hops(log):
    async def hops():
        for i in range(3):
            await asyncio.sleep(0)
            log(i)
    t = asyncio.create_task(hops())
    await asyncio.sleep(5e-10)
    log('tiny')
    await t


async def z11_within_the_resolution(log):
    async def w(delay):
        await asyncio.sleep(delay)
        log(f'{delay!r} {asyncio.get_running_loop().time()!r}')
    await asyncio.gather(*(w(d) for d in (0.3, 0.1 + 0.2, 0.3 + 1e-10, 0.3 + 2e-9)))


async def z12_a_coroutine_of_sleep_is_used_once(log):
    s = asyncio.sleep(1)
    await s
    try: await s
    except RuntimeError as e: log(e)
