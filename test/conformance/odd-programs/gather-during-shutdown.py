import asyncio


def chain(error):
    texts = []
    while error is not None and len(texts) < 6:
        texts.append(f'{type(error).__name__}{error.args}')
        error = error.__cause__ or error.__context__
    return ' < '.join(texts)


async def stubborn():
    try:
        await asyncio.sleep(0.125)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0.125)


async def failing():
    try:
        await asyncio.sleep(0.125)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0.125)
    raise ValueError(1)


async def gathers(name, body):
    try:
        await asyncio.gather(body())
    except BaseException as error:
        print(name, chain(error))


async def awaits(name, body):
    try:
        await asyncio.create_task(body())
    except BaseException as error:
        print(name, chain(error))


async def main():
    tasks = [
        asyncio.create_task(gathers('gathered, cancelled', stubborn)),
        asyncio.create_task(gathers('gathered, failed', failing)),
        asyncio.create_task(awaits('awaited, failed', failing)),
    ]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise KeyError(len(tasks))


try:
    asyncio.run(main())
except KeyError as error:
    print('left', chain(error))
