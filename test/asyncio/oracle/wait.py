"""wait: its modes, its time-out and its cancellation."""
import asyncio
from asyncio import CancelledError


async def value(delay, result):
    await asyncio.sleep(delay)
    return result


async def fail(delay, text):
    await asyncio.sleep(delay)
    raise ValueError(text)


def names(done, pending):
    return f'{[t.get_name() for t in done]} {[t.get_name() for t in pending]}'


def tasks(*coroutines):
    return [asyncio.create_task(c, name=n) for c, n in zip(coroutines, 'abcdef')]


async def w01_all(log):
    log(names(*await asyncio.wait(tasks(value(2, 1), value(1, 2), fail(3, 'x')))))


async def w02_first(log):
    ts = tasks(value(2, 1), value(1, 2), value(1, 3))
    log(names(*await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)))
    log(names(*await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)))


async def w03_first_exception(log):
    ts = tasks(value(1, 1), fail(2, 'x'), value(3, 3))
    log(names(*await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)))


async def w04_first_exception_takes_no_cancellation_for_one(log):
    ts = tasks(value(9, 1), value(2, 2))
    ts[0].cancel()
    log(names(*await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)))


async def w05_a_time_out_cancels_nothing(log):
    ts = tasks(value(1, 1), value(3, 2))
    log(names(*await asyncio.wait(ts, timeout=2)))
    log(await ts[1])


async def w06_time_out_at_the_instant_of_the_last(log):
    ts = tasks(value(1, 1), value(2, 2))
    log(names(*await asyncio.wait(ts, timeout=2)))
    log(names(*await asyncio.wait(ts, timeout=0)))


async def w07_time_out_of_zero(log):
    ts = tasks(value(0, 1), value(1, 2))
    log(names(*await asyncio.wait(ts, timeout=0)))
    log(names(*await asyncio.wait(ts, timeout=0)))


async def w08_the_waiter_is_cancelled_and_nothing_else(log):
    ts = tasks(value(2, 1), value(3, 2))
    async def w():
        try: await asyncio.wait(ts)
        except CancelledError as e:
            log(e.args)
            raise
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    t.cancel('waiter')
    await asyncio.wait([t])
    log(await asyncio.gather(*ts))


async def w09_what_is_done_is_judged_on_resuming(log):
    f, g = (asyncio.get_running_loop().create_future() for _ in range(2))
    f.add_done_callback(lambda _: asyncio.get_running_loop().call_soon(g.set_result, 2))
    asyncio.get_running_loop().call_soon(f.set_result, 1)
    done, pending = await asyncio.wait([f, g], return_when=asyncio.FIRST_COMPLETED)
    log(f'{len(done)} {len(pending)}')


async def w10_refusals(log):
    async def nop(): pass
    c = nop()
    for args, options in ((([],), {}), (([c],), {}),
                          (([asyncio.get_running_loop().create_future()],), {'return_when': 'X'})):
        try: await asyncio.wait(*args, **options)
        except (TypeError, ValueError) as e: log(repr(e))
    c.close()


async def w11_one_task_twice(log):
    a, = tasks(value(1, 1))
    log(names(*await asyncio.wait([a, a])))


async def w12_two_waiters_on_one_task(log):
    a, = tasks(value(1, 1))
    async def w(i):
        log(f'{i} {names(*await asyncio.wait([a], timeout=i))}')
    await asyncio.gather(w(0.5), w(1), w(2))


async def w13_a_time_out_after_the_first(log):
    ts = tasks(fail(1, 'x'), value(5, 2))
    log(names(*await asyncio.wait(ts, timeout=2, return_when=asyncio.FIRST_EXCEPTION)))
    await asyncio.sleep(2)
    log('the timer was cancelled')
