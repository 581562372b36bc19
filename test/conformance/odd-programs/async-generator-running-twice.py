import asyncio

kept = []

def keep(generator):
    kept.append(generator)
    return generator

async def slow():
    try:
        await asyncio.sleep(1)
        yield 1
        await asyncio.sleep(1)
        yield 2
    finally:
        await asyncio.sleep(1)
        print('over')

async def attempt(name, step):
    try:
        print(name, 'gave', await step)
    except BaseException as e:
        print(name, repr(e), 'after', repr(e.__context__))

async def main():
    generator = keep(slow())
    task = asyncio.create_task(anext(generator))
    await asyncio.sleep(0)
    await attempt('next', anext(generator))
    await attempt('close', generator.aclose())
    await attempt('throw', generator.athrow(ValueError))
    await attempt('task', task)
    closing = asyncio.create_task(generator.aclose())
    await asyncio.sleep(0)
    await attempt('next while closing', anext(generator))
    await attempt('close while closing', generator.aclose())
    closing.cancel()
    await attempt('closing', closing)
    generator = keep(slow())
    await attempt('next', anext(generator))
    task = asyncio.create_task(generator.aclose())
    task.cancel()
    await attempt('cancelled before its first step', task)
    await attempt('next', anext(generator))

asyncio.run(main())
