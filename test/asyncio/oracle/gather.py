"""gather: order, failures, duplicates, nesting and cancellation."""
import asyncio
from asyncio import CancelledError


async def value(delay, result):
    await asyncio.sleep(delay)
    return result


async def fail(delay, text):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def g01_results_in_argument_order(log):
    log(await asyncio.gather(value(3, 'a'), value(1, 'b'), value(2, 'c')))


async def g02_one_coroutine_twice(log):
    c = value(1, 'x')
    log(await asyncio.gather(c, value(2, 'y'), c))
    log(len(asyncio.all_tasks()))


async def g03_exceptions_as_results(log):
    log(await asyncio.gather(value(1, 1), fail(1, 'x'), fail(0, 'y'), return_exceptions=True))


async def g04_a_second_failure_is_dropped(log):
    try: await asyncio.gather(fail(1, 'first'), fail(2, 'second'), value(3, 'v'))
    except ValueError as e: log(repr(e))
    await asyncio.sleep(5)


async def g05_a_child_that_is_cancelled(log):
    ts = [asyncio.create_task(value(i, i)) for i in (1, 2)]
    asyncio.get_running_loop().call_at(0.5, ts[0].cancel, 'child')
    try: await asyncio.gather(*ts)
    except CancelledError as e: log(f'{e.args} {asyncio.current_task().cancelling()}')
    log(await ts[1])


async def g06_a_cancelled_child_among_results(log):
    ts = [asyncio.create_task(value(i, i)) for i in (1, 2)]
    asyncio.get_running_loop().call_at(0.5, ts[0].cancel, 'child')
    log(await asyncio.gather(*ts, return_exceptions=True))


async def g07_cancel_waits_for_slow_children(log):
    async def slow(i):
        try: await asyncio.sleep(9)
        finally:
            await asyncio.sleep(i)
            log(f'{i} cleaned up')
    g = asyncio.gather(slow(1), slow(2))
    await asyncio.sleep(0)
    log(g.cancel('all'))
    try: await g
    except CancelledError as e: log(e.args)


async def g08_cancel_with_a_child_that_fails_instead(log):
    async def stubborn():
        try: await asyncio.sleep(9)
        except CancelledError: raise ValueError('instead')
    g = asyncio.gather(stubborn(), value(9, 1))
    await asyncio.sleep(1)
    g.cancel()
    try: await g
    except ValueError as e: log(f'{e!r} {g.cancelled()}')


async def g09_cancel_after_all_children_are_done(log):
    ts = [asyncio.create_task(value(0, i)) for i in (1, 2)]
    g = asyncio.gather(*ts)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log(f'{[t.done() for t in ts]} {g.done()} {g.cancel()}')
    log(await g)


async def g10_nested_gathers(log):
    inner = asyncio.gather(value(1, 1), fail(2, 'inner'))
    outer = asyncio.gather(inner, value(3, 3), return_exceptions=True)
    log(await outer)


async def g11_done_children_only(log):
    f = asyncio.get_running_loop().create_future()
    f.set_result('done')
    g = asyncio.gather(f, f)
    log(f'{g.done()} {g.result()}')
    log(await asyncio.gather(f, value(0, 'new')))


async def g12_the_awaiting_task_is_cancelled(log):
    async def w():
        try: return await asyncio.gather(value(9, 1), value(9, 2))
        except CancelledError as e:
            log(f'{e.args} {asyncio.current_task().cancelling()}')
            raise
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    t.cancel('outer')
    try: await t
    except CancelledError as e: log(f'main {e.args}')


async def g13_children_that_swallow_the_cancellation(log):
    async def swallow():
        try: await asyncio.sleep(9)
        except CancelledError: return 'kept'
    g = asyncio.gather(swallow(), swallow())
    await asyncio.sleep(0)
    g.cancel('m')
    try: log(await g)
    except CancelledError as e: log(f'{e.args} {g.cancelled()} {g.done()}')
