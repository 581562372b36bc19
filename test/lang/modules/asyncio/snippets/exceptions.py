import asyncio

print(asyncio.TimeoutError is TimeoutError)
for cls in (
    asyncio.CancelledError,
    asyncio.InvalidStateError,
    asyncio.BrokenBarrierError,
    asyncio.QueueEmpty,
    asyncio.QueueFull,
    asyncio.QueueShutDown,
    asyncio.TimeoutError,
):
    print(cls.__name__, [base.__name__ for base in cls.__mro__], cls)
    error = cls('why')
    print(repr(error), str(error), error.args, isinstance(error, Exception))


async def cancelled():
    task = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    task.cancel('enough')
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        asyncio.get_running_loop().create_future().result()
    except asyncio.InvalidStateError as error:
        print(error)


asyncio.run(cancelled())
