"""asyncio.run: values, the last pass, the shutdown and errors that leave the loop."""
import asyncio
from asyncio import CancelledError


async def r01_the_value(log):
    return 42


async def r02_an_error(log):
    raise ValueError('main')


async def r03_a_cancellation(log):
    raise CancelledError('main')


async def r04_tasks_are_cancelled_in_order_of_creation(log):
    async def w(i):
        try: await asyncio.sleep(9)
        except CancelledError as e:
            log(f'{i} {e.args}')
            raise
    log([asyncio.create_task(w(i)).get_name() for i in range(3)])
    await asyncio.sleep(0)


async def r05_the_shutdown_waits_for_cleaning_up(log):
    async def w(delay):
        try: await asyncio.sleep(9)
        finally:
            await asyncio.sleep(delay)
            log(f'cleaned up {delay}')
    asyncio.create_task(w(2))
    asyncio.create_task(w(1))
    await asyncio.sleep(1)
    return 'main'


async def r06_an_error_during_the_shutdown_is_reported(log):
    async def w():
        try: await asyncio.sleep(9)
        finally: raise ValueError('cleanup')
    asyncio.create_task(w())
    await asyncio.sleep(0)
    return 'main'


async def r07_a_task_made_last_still_has_its_first_step(log):
    async def w(): log('ran')
    asyncio.create_task(w())
    return 'main'


async def r08_a_survivor_of_the_shutdown(log):
    async def w():
        try: await asyncio.sleep(9)
        except CancelledError: log('swallowed')
        await asyncio.sleep(1)
        asyncio.create_task(late())
        log('survived')
    async def late(): log('late task')
    asyncio.create_task(w())
    await asyncio.sleep(0)


async def r09_system_exit_in_a_task(log):
    async def w(): raise SystemExit(3)
    async def other():
        try: await asyncio.sleep(9)
        except CancelledError:
            log('cancelled')
            raise
    asyncio.create_task(other())
    asyncio.create_task(w())
    await asyncio.sleep(5)
    log('never')


async def r10_keyboard_interrupt_in_a_callback(log):
    def bad(): raise KeyboardInterrupt
    asyncio.get_running_loop().call_later(1, bad)
    asyncio.get_running_loop().call_later(1, log, 'after it, in the shutdown')
    try: await asyncio.sleep(5)
    except CancelledError:
        log('main is cancelled')
        raise


async def r11_system_exit_in_main(log):
    async def w():
        try: await asyncio.sleep(9)
        finally: log('cleaned up')
    asyncio.create_task(w())
    await asyncio.sleep(0)
    raise SystemExit('bye')


async def r12_an_exit_in_the_iteration_in_which_main_ends(log):
    """The loop was asked to stop, and another error leaves it first."""
    def bad(): raise KeyboardInterrupt('late')
    async def w():
        try: await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
            log('cleaned up')
    asyncio.create_task(w())
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.call_soon(loop.call_soon, bad)
    await asyncio.sleep(0)


async def r13_an_exit_in_the_iteration_in_which_the_loop_is_stopped(log):
    def bad(): raise KeyboardInterrupt('late')
    async def w():
        try: await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
            log('cleaned up')
    asyncio.create_task(w())
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.call_soon(loop.stop)
    loop.call_soon(bad)
    await asyncio.sleep(5)


async def r14_stopped_before_main_ends(log):
    asyncio.get_running_loop().call_later(1, asyncio.get_running_loop().stop)
    try: await asyncio.sleep(5)
    except CancelledError:
        log('cancelled by the shutdown')
        raise


async def r15_waiting_for_ever(log):
    log('before')
    await asyncio.get_running_loop().create_future()
