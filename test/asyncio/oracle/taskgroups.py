"""TaskGroup: order of errors, abort, cancellation from outside, refusals."""
import asyncio
from asyncio import CancelledError


async def fail(delay, text):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def cleanup(log, delay, name):
    try: await asyncio.sleep(9)
    except CancelledError as e:
        log(f'{name} {e.args}')
        await asyncio.sleep(delay)
        raise


async def p01_waits_for_all(log):
    async def w(d):
        await asyncio.sleep(d)
        log(d)
        return d
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(w(d)) for d in (2, 1)]
        log('body ends')
    log([t.result() for t in ts])


async def p02_errors_in_order_of_completion_the_body_last(log):
    async def on_cancel(text, delay):
        try: await asyncio.sleep(9)
        except CancelledError:
            await asyncio.sleep(delay)
            raise ValueError(text)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(on_cancel('slow', 2))
            tg.create_task(on_cancel('quick', 1))
            await asyncio.sleep(1)
            raise KeyError('body')
    except BaseExceptionGroup as g: log(repr(g))


async def p03_two_errors_in_one_iteration(log):
    try:
        async with asyncio.TaskGroup() as tg:
            for i in range(3): tg.create_task(fail(1, str(i)))
    except BaseExceptionGroup as g: log(repr(g))


async def p04_abort_in_order_of_creation(log):
    try:
        async with asyncio.TaskGroup() as tg:
            for i in range(3): tg.create_task(cleanup(log, 3 - i, i))
            tg.create_task(fail(1, 'x'))
    except BaseExceptionGroup as g: log(repr(g))


async def p05_the_body_is_cancelled_once(log):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1, 'x'))
            try: await asyncio.sleep(9)
            except CancelledError as e:
                log(f'{e.args} {asyncio.current_task().cancelling()}')
                await asyncio.sleep(1)
                log('body goes on')
    except BaseExceptionGroup as g: log(f'{g!r} {asyncio.current_task().cancelling()}')


async def p06_cancelled_from_outside_in_the_body(log):
    async def w():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(cleanup(log, 1, 'child'))
                await asyncio.sleep(9)
        except CancelledError as e:
            log(f'{e.args} {asyncio.current_task().cancelling()}')
            raise
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    t.cancel('outside')
    try: await t
    except CancelledError as e: log(e.args)


async def p07_cancelled_from_outside_while_waiting(log):
    async def w():
        try:
            async with asyncio.TaskGroup() as tg: tg.create_task(cleanup(log, 2, 'child'))
        except CancelledError as e: log(f'{e.args} {asyncio.current_task().cancelling()}')
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    t.cancel('one')
    await asyncio.sleep(1)
    log(t.cancel('two'))
    await t


async def p08_a_child_that_is_cancelled_is_no_error(log):
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(asyncio.sleep(9))
        tg.create_task(asyncio.sleep(2))
        asyncio.get_running_loop().call_at(1, t.cancel)
    log(t.cancelled())


async def p09_nested_groups(log):
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(cleanup(log, 0, 'outer child'))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(1, 'inner'))
                inner.create_task(cleanup(log, 1, 'inner child'))
    except BaseExceptionGroup as g: log(repr(g))


async def p10_refusals(log):
    async def nop(): pass
    tg = asyncio.TaskGroup()
    try: tg.create_task(nop())
    except RuntimeError as e: log(e)
    async with tg:
        try: await tg.__aenter__()
        except RuntimeError as e: log(e)
    try: tg.create_task(nop())
    except RuntimeError as e: log(e)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(0, 'x'))
            try: await asyncio.sleep(9)
            finally:
                try: tg.create_task(nop())
                except RuntimeError as e: log(e)
    except BaseExceptionGroup: pass


async def p11_children_make_children(log):
    async def w(n):
        log(n)
        if n: tg.create_task(w(n - 1))
        await asyncio.sleep(1)
    async with asyncio.TaskGroup() as tg: tg.create_task(w(3))
    log('end')


async def p12_a_keyboard_interrupt_leaves_alone(log):
    async def exit_(): raise SystemExit(3)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(exit_())
            tg.create_task(cleanup(log, 1, 'child'))
    finally: log('left')


async def p13_an_error_of_the_body_alone(log):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(cleanup(log, 1, 'child'))
            await asyncio.sleep(0)
            raise KeyError('body')
    except BaseExceptionGroup as g: log(f'{g!r} {g.__context__!r} {g.__suppress_context__}')


async def p14_cancelled_by_hand_in_the_body(log):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(cleanup(log, 0, 'child'))
            await asyncio.sleep(0)
            raise CancelledError('hand')
    except CancelledError as e: log(e.args)


async def p15_eager_children(log):
    async def w(i):
        log(i)
        if i == 1: raise ValueError('early')
        await asyncio.sleep(i)
    try:
        async with asyncio.TaskGroup() as tg:
            for i in range(3): tg.create_task(w(i), eager_start=True)
            log('body ends')
    except BaseExceptionGroup as g: log(repr(g))
