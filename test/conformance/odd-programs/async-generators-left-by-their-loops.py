import asyncio

async def numbers(name):
    try:
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    except BaseException as e:
        print(name, type(e).__name__, e.args, asyncio.current_task().get_name())
        raise
    finally:
        await asyncio.sleep(0)
        print(name, 'closed')

async def wrapped(inner):
    try:
        async for item in inner:
            yield item
    finally:
        print('wrapper over')

async def consume(source):
    async for item in source:
        return item

async def main():
    async for item in wrapped(wrapped(numbers('nested'))):
        break
    print('left')
    await asyncio.sleep(1)
    print(await consume(numbers('argument')), await anext(numbers('step')))
    await asyncio.sleep(1)
    try:
        print([1 // item async for item in numbers('comprehension')])
    except ZeroDivisionError:
        print('divided')
    await asyncio.sleep(1)
    named = numbers('first')
    print(await anext(named))
    named = numbers('second')
    print(await anext(named))
    await asyncio.sleep(1)
    task = asyncio.create_task(asyncio.sleep(1))
    print(task.get_name())

asyncio.run(main())
