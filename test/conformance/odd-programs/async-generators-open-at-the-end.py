import asyncio

kept = []

async def numbers(name, error=None):
    try:
        yield 1
        yield 2
    finally:
        print(name, 'closing', asyncio.current_task().get_name())
        await asyncio.sleep(1)
        if error is not None:
            raise error(name)

def report(loop, context):
    print(context['message'].split(' <')[0], repr(context['exception']))
    print(sorted(context), context['asyncgen'].__name__)

async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    for name, error in ('a', None), ('b', ValueError), ('c', asyncio.CancelledError):
        generator = numbers(name, error)
        kept.append(generator)
        print(await generator.__anext__())
    finished = numbers('d')
    kept.append(finished)
    print([item async for item in finished])
    kept.append(numbers('never begun'))

asyncio.run(main())

async def late():
    loop = asyncio.get_running_loop()
    generator = numbers('e')
    kept.append(generator)
    print(await anext(generator))
    await loop.shutdown_asyncgens()
    print('shut down')
    another = numbers('late')
    kept.append(another)
    print(await anext(another))

asyncio.run(late())
