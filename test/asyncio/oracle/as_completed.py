"""as_completed: both kinds of iteration, time-outs and leaving early."""
import asyncio
from asyncio import CancelledError


async def value(delay, result):
    await asyncio.sleep(delay)
    return result


async def fail(delay, text):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def a01_in_order_of_completion(log):
    for c in asyncio.as_completed([value(3, 'a'), value(1, 'b'), value(2, 'c')]): log(await c)


async def a02_the_futures_themselves(log):
    ts = [asyncio.create_task(value(d, d)) for d in (2, 1)]
    async for t in asyncio.as_completed(ts): log(f'{ts.index(t)} {t.result()}')


async def a03_an_error_is_raised_by_its_coroutine(log):
    for c in asyncio.as_completed([fail(1, 'x'), value(2, 'v')]):
        try: log(await c)
        except ValueError as e: log(repr(e))


async def a04_an_error_does_not_leave_the_asynchronous_kind(log):
    async for t in asyncio.as_completed([fail(1, 'x'), value(2, 'v')]):
        log(repr(t.exception()))


async def a05_a_time_out_in_the_middle(log):
    ts = [asyncio.create_task(value(d, d)) for d in (1, 3, 4)]
    for c in asyncio.as_completed(ts, timeout=2):
        try: log(await c)
        except TimeoutError as e: log(repr(e))
    log([t.done() for t in ts])


async def a06_a_time_out_of_the_asynchronous_kind(log):
    try:
        async for t in asyncio.as_completed([value(1, 1), value(3, 3)], timeout=2): log(t.result())
    except TimeoutError as e: log(repr(e))


async def a07_all_in_time_leaves_no_timer(log):
    for c in asyncio.as_completed([value(1, 1)], timeout=5): log(await c)


async def a08_nothing(log):
    for _ in asyncio.as_completed([]): log('never')
    async for _ in asyncio.as_completed([]): log('never')
    log('end')


async def a09_duplicates_count_once(log):
    t = asyncio.create_task(value(1, 1))
    for c in asyncio.as_completed([t, t]): log(await c)


async def a10_left_early_the_others_go_on(log):
    async def w(i):
        await asyncio.sleep(i)
        log(f'ran {i}')
    for c in asyncio.as_completed([w(1), w(2)]):
        await c
        break
    await asyncio.sleep(3)


async def a11_done_at_one_instant(log):
    ts = [asyncio.create_task(value(1, i)) for i in range(4)]
    for c in asyncio.as_completed(ts): log(await c)


async def a12_the_consumer_is_cancelled(log):
    ts = [asyncio.create_task(value(d, d)) for d in (1, 3)]
    async def w():
        try:
            for c in asyncio.as_completed(ts): log(await c)
        except CancelledError as e: log(e.args)
    t = asyncio.create_task(w())
    await asyncio.sleep(2)
    t.cancel('consumer')
    await t
    log(await ts[1])


async def a13_awaited_out_of_order(log):
    first, second = asyncio.as_completed([value(1, 'a'), value(2, 'b')])
    log(await second)
    log(await first)
