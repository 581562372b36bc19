import asyncio


def told(future):
    print('told', future.done())


async def value(x, delay=0):
    await asyncio.sleep(delay)
    return x


async def plain():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled(), future.get_loop() is loop)
    future.add_done_callback(told)
    future.add_done_callback(print)
    print(future.remove_done_callback(print), future.remove_done_callback(print))
    future.set_result([1])
    print(future, future.result(), future.exception())
    await asyncio.sleep(0)
    for act in (lambda: future.set_result(2), lambda: future.set_exception(ValueError())):
        try:
            act()
        except asyncio.InvalidStateError as error:
            print(error)
    failed = asyncio.Future()
    for wrong in (3, 'x', StopIteration):
        try:
            failed.set_exception(wrong)
            print('no error')
        except TypeError as error:
            print(error)
    failed = asyncio.Future()
    failed.set_exception(KeyError)
    print(failed, repr(failed.exception()))
    try:
        await failed
    except KeyError as error:
        print('awaited', repr(error))
    gone = loop.create_future()
    print(gone.cancel(), gone.cancel(), gone, gone.cancelled())
    try:
        gone.exception()
    except asyncio.CancelledError as error:
        print(repr(error))


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        me = asyncio.current_task()
        print('cancelling', me.cancelling(), me.uncancel(), me.cancelling())
        return 'survived'


async def tasks():
    task = asyncio.create_task(value(5), name='five')
    print(task.get_name(), task.get_coro().__name__, task.cancelling(), task.done())
    task.set_name(55)
    print(task.get_name())
    for act in (task.set_result, task.set_exception):
        try:
            act(1)
        except RuntimeError as error:
            print(error)
    for act in (task.result, task.exception):
        try:
            act()
        except asyncio.InvalidStateError as error:
            print(error)
    task.add_done_callback(told)
    print(await task, task.result(), task.exception(), task.cancelled(), task.uncancel())
    await asyncio.sleep(0)
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel('please'), task.cancelling(), await task, task.cancel())
    task = asyncio.create_task(value(1))
    task.cancel('before it began')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())
    print(type(task.get_context()), task.get_context() is task.get_context())
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future), asyncio.isfuture(task))


async def main():
    await plain()
    await tasks()


asyncio.run(main())
