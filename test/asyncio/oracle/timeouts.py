"""timeout, timeout_at: nesting, rescheduling, counts and refusals."""
import asyncio
from asyncio import CancelledError


async def t01_expiry(log):
    async def w():
        async with asyncio.timeout(1) as cm:
            log(f'{cm.when()} {cm.expired()}')
            await asyncio.sleep(5)
    try: await w()
    except TimeoutError as e: log(f'{e.args} {type(e.__cause__).__name__}')


async def t02_in_time(log):
    async with asyncio.timeout(2) as cm: await asyncio.sleep(1)
    log(f'{cm.expired()} {cm.when()}')
    await asyncio.sleep(5)


async def t03_nested_the_outer_is_shorter(log):
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2) as inner: await asyncio.sleep(5)
            except TimeoutError: log('inner')
    except TimeoutError: log(f'outer {outer.expired()} {inner.expired()}')


async def t04_nested_at_one_instant(log):
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner: await asyncio.sleep(5)
            except TimeoutError: log('inner')
            except CancelledError:
                log('cancelled inside')
                raise
    except TimeoutError: log('outer')
    log(f'{outer.expired()} {inner.expired()} {asyncio.current_task().cancelling()}')


async def t05_three_nested_at_one_instant_inner_made_first(log):
    a, b, c = (asyncio.timeout_at(1) for _ in range(3))
    try:
        async with c:
            try:
                async with b:
                    try:
                        async with a: await asyncio.sleep(5)
                    except TimeoutError: log('a')
            except TimeoutError: log('b')
    except TimeoutError: log('c')
    log([x.expired() for x in (a, b, c)])


async def t06_reschedule_later_and_earlier(log):
    try:
        async with asyncio.timeout(1) as cm:
            cm.reschedule(3)
            await asyncio.sleep(2)
            log(cm.when())
            cm.reschedule(2.5)
            await asyncio.sleep(5)
    except TimeoutError: log('expired')


async def t07_reschedule_to_none_and_to_the_past(log):
    async with asyncio.timeout(1) as cm:
        cm.reschedule(None)
        await asyncio.sleep(2)
    log(f'{cm.when()} {cm.expired()}')
    try:
        async with asyncio.timeout(9) as cm:
            cm.reschedule(0)
            log('not yet')
            await asyncio.sleep(5)
    except TimeoutError: log('expired')


async def t08_refusals(log):
    cm = asyncio.timeout(1)
    try: cm.reschedule(5)
    except RuntimeError as e: log(e)
    async with cm: pass
    for again in (lambda: cm.reschedule(5), cm.__aenter__):
        try:
            made = again()
            if made is not None: await made
        except RuntimeError as e: log(e)
    expiring = asyncio.timeout(0)
    try:
        async with expiring: await asyncio.sleep(1)
    except TimeoutError: pass
    try: expiring.reschedule(5)
    except RuntimeError as e: log(e)


async def t09_rescheduled_while_expiring(log):
    try:
        async with asyncio.timeout(1) as cm:
            try: await asyncio.sleep(5)
            finally:
                try: cm.reschedule(9)
                except RuntimeError as e: log(e)
    except TimeoutError: log('expired')


async def t10_an_error_passes(log):
    try:
        async with asyncio.timeout(1) as cm:
            try: await asyncio.sleep(5)
            except CancelledError: raise ValueError('instead')
    except ValueError as e: log(f'{e!r} {type(e.__context__).__name__} {cm.expired()}')
    log(asyncio.current_task().cancelling())


async def t11_swallowed_inside(log):
    async with asyncio.timeout(1) as cm:
        try: await asyncio.sleep(5)
        except CancelledError: log('swallowed')
        await asyncio.sleep(1)
    log(f'{cm.expired()} {asyncio.current_task().cancelling()}')


async def t12_cancelled_from_outside_before_the_expiry(log):
    async def w():
        try:
            async with asyncio.timeout(2) as cm:
                try: await asyncio.sleep(9)
                finally: await asyncio.sleep(9)
        except CancelledError as e: log(f'cancelled {e.args} {cm.expired()}')
        except TimeoutError: log('timeout')
        log(asyncio.current_task().cancelling())
    t = asyncio.create_task(w())
    await asyncio.sleep(1)
    t.cancel('outside')
    await t


async def t13_entered_with_a_cancellation_pending(log):
    async def w():
        asyncio.current_task().cancel('before')
        try:
            async with asyncio.timeout(1): await asyncio.sleep(5)
        except CancelledError as e: log(f'{e.args} {asyncio.current_task().cancelling()}')
    await asyncio.create_task(w())


async def t14_entered_after_a_swallowed_cancellation(log):
    async def w():
        try: await asyncio.sleep(9)
        except CancelledError: pass
        try:
            async with asyncio.timeout(1): await asyncio.sleep(5)
        except TimeoutError: log(f'timeout {asyncio.current_task().cancelling()}')
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel()
    await t


async def t15_a_group_inside(log):
    async def bad():
        try: await asyncio.sleep(9)
        except CancelledError: raise ValueError('child')
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg: tg.create_task(bad())
    except* ValueError as g:
        log(f'{g.exceptions!r} {asyncio.current_task().cancelling()}')
    await asyncio.sleep(0)
    log('not cancelled')
