import asyncio
from contextlib import AsyncExitStack, ExitStack, closing, contextmanager, nullcontext, suppress


def chain(error):
    parts = []
    seen = 0
    while error is not None and seen < 10:
        parts.append(repr(error))
        error = error.__context__
        seen += 1
    return ' <- '.join(parts)


class Part:
    def __init__(self, name, swallow=False, error=None):
        self.name = name
        self.swallow = swallow
        self.error = error

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, repr(value), kind)
        if self.error is not None:
            raise self.error
        return self.swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self.__enter__()

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        return self.__exit__(kind, value, traceback)

    def close(self):
        print('closed', self.name)


with ExitStack() as stack:
    print(stack.enter_context(Part('a')))
    print(stack.callback(print, 'callback', 1, sep='-') is print)
    stack.push(Part('pushed'))

    @stack.push
    def checked(kind, value, traceback):
        print('checked', kind)

    @stack.callback
    def last():
        print('last')


def attempt(*parts, error=None):
    try:
        with ExitStack() as stack:
            for part in parts:
                stack.enter_context(part)
            if error is not None:
                raise error
        print('went on')
    except Exception as caught:
        print('caught', chain(caught), caught is error)


def combinations():
    yield [Part('a'), Part('b')], None
    yield [Part('a'), Part('b')], ValueError('body')
    yield [Part('a'), Part('b', True)], ValueError('body')
    yield [Part('a'), Part('b', error=KeyError('b'))], ValueError('body')
    yield [Part('a', error=OSError('a')), Part('b', error=KeyError('b'))], ValueError('body')
    yield [Part('a', error=OSError('a')), Part('b', True)], ValueError('body')
    yield [Part('a', True), Part('b', error=KeyError('b'))], ValueError('body')
    yield [Part('a', error=OSError('a')), Part('b', error=KeyError('b'))], None
    yield [Part('a', True), Part('b', error=KeyError('b'))], None


for parts, error in combinations():
    attempt(*parts, error=error)
try:
    raise IndexError('outer')
except IndexError:
    for parts, error in combinations():
        attempt(*parts, error=error)

with ExitStack() as first:
    first.callback(print, 'kept')
    moved = first.pop_all()
    first.callback(print, 'first')
print('moved now')
moved.close()
moved.close()
for wrong in [3, Part]:
    try:
        with ExitStack() as stack:
            stack.enter_context(wrong)
    except TypeError as error:
        print(error)


class Plain:
    pass


try:
    ExitStack().enter_context(Plain())
except TypeError as error:
    print(error)
try:
    ExitStack(1)
except TypeError as error:
    print(error)

with suppress(KeyError, ValueError):
    raise KeyError('gone')
with suppress():
    pass
try:
    with suppress(KeyError):
        raise ValueError('stays')
except ValueError as error:
    print(repr(error))
with suppress(ValueError):
    raise ExceptionGroup('all', [ValueError(1), ValueError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup('some', [ValueError(1), KeyError(2)])
except ExceptionGroup as group:
    print(repr(group))
again = suppress(LookupError)
with again:
    with again:
        raise IndexError
    print('inside')
with nullcontext() as nothing, nullcontext(5) as five:
    print(nothing, five)
with closing(Part('c')) as part:
    print(part.name)
try:
    with closing(Part('d')):
        raise ValueError('d')
except ValueError as error:
    print(repr(error))
print(repr(nullcontext()).split(' at ')[0], repr(ExitStack()).split(' at ')[0], suppress)


@contextmanager
def manager(name):
    try:
        yield name
    except Exception as error:
        print(name, 'saw', repr(error))
        raise KeyError(name)


try:
    with ExitStack() as stack:
        for name in 'abc':
            stack.enter_context(manager(name))
        raise ValueError('body')
except KeyError as error:
    print(chain(error))


async def attempt_async(*parts, error=None):
    try:
        async with AsyncExitStack() as stack:
            for i, part in enumerate(parts):
                if i % 2:
                    stack.enter_context(part)
                else:
                    await stack.enter_async_context(part)
            if error is not None:
                raise error
        print('went on')
    except Exception as caught:
        print('caught', chain(caught), caught is error)


async def note(*args, **named):
    await asyncio.sleep(0.01)
    print('note', args, named)


async def main():
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(Part('a')))
        stack.push_async_callback(note, 1, two=2)
        stack.callback(print, 'sync')
        stack.push_async_exit(Part('pushed'))

        @stack.push_async_exit
        async def check(kind, value, traceback):
            await asyncio.sleep(0)
            print('check', kind)

        async with nullcontext(3) as three:
            print(three)
    for parts, error in combinations():
        await attempt_async(*parts, error=error)
    try:
        raise IndexError('outer')
    except IndexError:
        for parts, error in combinations():
            await attempt_async(*parts, error=error)
    for wrong in [3, Plain()]:
        try:
            async with AsyncExitStack() as stack:
                await stack.enter_async_context(wrong)
        except TypeError as error:
            print(error)
    stack = AsyncExitStack()
    stack.push_async_callback(note, 'kept')
    moved = stack.pop_all()
    await stack.aclose()
    print('moved now')
    await moved.aclose()
    print(type(moved).__name__)
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(print, 'not async')
    except TypeError as error:
        print(error)
    try:
        with AsyncExitStack():
            pass
    except TypeError as error:
        print(error)

    async def waits():
        async with AsyncExitStack() as stack:
            stack.push_async_callback(note, 'after cancel')
            stack.callback(print, 'sync after cancel')
            await asyncio.sleep(10)

    task = asyncio.create_task(waits())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
