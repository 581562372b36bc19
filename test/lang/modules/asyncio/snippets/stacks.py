import asyncio


class Writer:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text


def stack(task, **options):
    writer = Writer()
    task.print_stack(file=writer, **options)
    for line in writer.text.split('\n'):
        print(line.split(' for <')[0] if ' for <' in line else line.replace('program.py', 'stacks.py'))
    frames = task.get_stack(**options)
    print([(frame.f_lineno, frame.f_code.co_name) for frame in frames])


async def leaf(seconds):
    await asyncio.sleep(seconds)


async def outer(seconds):
    await leaf(seconds)


def breaks():
    raise ValueError('x')


async def fails():
    await asyncio.sleep(0)
    breaks()


async def main():
    task = asyncio.create_task(outer(1), name='t')
    stack(task)
    await asyncio.sleep(0)
    stack(task)
    stack(task, limit=0)
    stack(task, limit=5)
    task.cancel()
    await asyncio.wait([task])
    stack(task)
    failed = asyncio.create_task(fails(), name='f')
    await asyncio.wait([failed])
    stack(failed)
    stack(failed, limit=1)
    failed.exception()
    stack(asyncio.current_task(), limit=1)
    done = asyncio.create_task(asyncio.sleep(0, 5))
    await done
    stack(done)
    sleeper = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    print([(frame.f_lineno, frame.f_code.co_qualname) for frame in sleeper.get_stack()])


asyncio.run(main())
