# Features: create_future, set_result, set_exception, add_done_callback, repr of futures.
import asyncio


async def set_after(future, delay, value):
    await asyncio.sleep(delay)
    future.set_result(value)


def report(future):
    print('callback:', future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done())
    future.add_done_callback(report)
    loop.create_task(set_after(future, 1, 'done'))
    print('hello', await future)
    print(future.result(), future.exception())

    failed = loop.create_future()
    failed.set_exception(ValueError('no luck'))
    print(failed)
    try:
        await failed
    except ValueError as error:
        print('caught', repr(error), error.args)

    cancelled = asyncio.Future()
    print(cancelled.cancel('not needed'), cancelled.cancelled(), cancelled)
    for call in (cancelled.result, future.result):
        try:
            print(call())
        except asyncio.CancelledError as error:
            print('CancelledError', error)
    try:
        future.set_result('again')
    except asyncio.InvalidStateError as error:
        print(f'{error!r}')


asyncio.run(main())
