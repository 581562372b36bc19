# Features: cancel with a message, CancelledError, clean-up, uncancel, cancelling, shield.
import asyncio


async def cancel_me():
    print('cancel_me(): before sleep')
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        print('cancel_me(): cancel sleep', error.args)
        raise
    finally:
        print('cancel_me(): after sleep')


async def stubborn():
    while True:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            print('ignored', task.cancelling())
            if task.uncancel() == 0:
                return 'convinced'


async def main():
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(1)
    print(task.cancel('enough'))
    try:
        await task
    except asyncio.CancelledError as error:
        print('main(): cancel_me is cancelled now', error)
    print(task.cancelled(), task.cancel(), task.done())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())

    never = asyncio.create_task(cancel_me())
    never.cancel()
    print(await asyncio.gather(never, return_exceptions=True))

    work = asyncio.ensure_future(asyncio.sleep(2, 'saved'))
    outer = asyncio.shield(work)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), work.cancelled(), await work)
    print(isinstance(asyncio.CancelledError(), Exception), asyncio.CancelledError.__mro__[1:3])


asyncio.run(main())
