import asyncio

async def numbers(name):
    try:
        yield 1
    finally:
        print(name, 'closing')

async def fails(name):
    generator = numbers(name)
    await anext(generator)
    raise KeyError(name)

async def main():
    try:
        await fails('handled')
    except KeyError as e:
        print('handling', e.args)
    print('handled')
    await asyncio.sleep(1)
    errors = []
    try:
        await fails('kept')
    except KeyError as e:
        errors.append(e)
    await asyncio.sleep(1)
    task = asyncio.create_task(fails('in a task'))
    try:
        await task
    except KeyError as e:
        print('failed', e.args)
    await asyncio.sleep(1)
    try:
        try:
            await fails('inner')
        except KeyError:
            raise ValueError('outer')
    except ValueError as e:
        print('outer', repr(e.__context__))
    print('both gone')
    await asyncio.sleep(1)

asyncio.run(main())
