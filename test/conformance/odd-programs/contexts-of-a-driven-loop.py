import asyncio


def chain(error):
    texts = []
    while error is not None:
        texts.append(repr(error))
        error = error.__context__
    return ' < '.join(texts)


async def waits(name):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as e:
        print(name, chain(e))
        try:
            raise KeyError(name)
        except KeyError as inner:
            print(name, chain(inner))
    try:
        raise
    except BaseException as e:
        print(name, 'reraised', chain(e))


async def main(error):
    task = asyncio.create_task(waits('sibling'))
    await asyncio.sleep(1)
    if error is not None:
        raise error
    return task.get_name()


def run(error):
    try:
        asyncio.run(main(error))
    except BaseException as e:
        print('left', chain(e))


for each in (None, ValueError('main'), KeyboardInterrupt('stop')):
    run(each)
try:
    raise OSError('outside')
except OSError:
    for each in (None, ValueError('main')):
        run(each)
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main(TypeError('old style')))
    except TypeError as e:
        print('left', chain(e))
    loop.run_until_complete(asyncio.gather(*asyncio.all_tasks(loop)))
    loop.close()
