import asyncio

kept = []

def keep(generator):
    kept.append(generator)
    return generator

async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('over')

async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

async def stops():
    yield 1
    raise StopAsyncIteration('mine')

async def attempt(name, step):
    try:
        print(name, 'gave', await step)
    except BaseException as e:
        print(name, repr(e), 'after', repr(e.__context__))

async def main():
    for make in numbers, stubborn, stops:
        generator = keep(make())
        await attempt('close unstarted', generator.aclose())
        await attempt('next of closed', anext(generator))
        generator = keep(make())
        await attempt('send to unstarted', generator.asend(1))
        await attempt('next', generator.__anext__())
        await attempt('close', generator.aclose())
        await attempt('close twice', generator.aclose())
        await attempt('next with default', anext(generator, 'none'))
        generator = keep(make())
        await attempt('throw into unstarted', generator.athrow(KeyError(make.__name__)))
        await attempt('throw into finished', generator.athrow(KeyError('again')))
        generator = keep(make())
        step, other = generator.asend(None), generator.asend(None)
        await attempt('second step first', other)
        await attempt('first step', step)
        await attempt('used step', step)
        closing = generator.aclose()
        await attempt('closing', closing)
        await attempt('used closing', closing)

asyncio.run(main())
