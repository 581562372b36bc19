import asyncio
from contextlib import AbstractAsyncContextManager, asynccontextmanager, aclosing


def chain(error):
    parts = []
    seen = 0
    while error is not None and seen < 10:
        cause = '' if error.__cause__ is None else f' from {error.__cause__!r}'
        parts.append(f'{error!r}{cause} {error.__suppress_context__}')
        error = error.__context__
        seen += 1
    return ' <- '.join(parts)


@asynccontextmanager
async def connection(name):
    print('open', name)
    await asyncio.sleep(0.01)
    try:
        yield name.upper()
    except KeyError as error:
        print('swallowed', error)
        await asyncio.sleep(0.01)
    finally:
        await asyncio.sleep(0.01)
        print('close', name)


@asynccontextmanager
async def silent():
    if False:
        yield


@asynccontextmanager
async def twice():
    try:
        yield 1
    except ValueError:
        await asyncio.sleep(0)
    try:
        yield 2
    finally:
        await asyncio.sleep(0)
        print('second closed')


@asynccontextmanager
async def other():
    try:
        yield
    except ValueError:
        await asyncio.sleep(0)
        raise KeyError('instead')


@asynccontextmanager
async def final():
    try:
        yield
    finally:
        await asyncio.sleep(0)
        raise OSError('in finally')


@asynccontextmanager
async def returning():
    try:
        yield
    except BaseException:
        return


@asynccontextmanager
async def again():
    try:
        yield
    except Exception as error:
        raise error


@asynccontextmanager
async def passing():
    yield


@asynccontextmanager
def wrong():
    yield


async def attempt(make, error=None):
    try:
        async with make() as value:
            if error is not None:
                raise error
        print(make.__name__, 'went on', value)
    except BaseException as caught:
        print(make.__name__, chain(caught), caught is error)


class Pool:
    def __init__(self, size):
        self.free = asyncio.Semaphore(size)

    @asynccontextmanager
    async def slot(self, who):
        async with self.free:
            print(who, 'in')
            yield who
            print(who, 'out')


async def worker(pool, who):
    async with pool.slot(who):
        await asyncio.sleep(0.01)


@connection('decorated')
async def task(a, b=1):
    await asyncio.sleep(0)
    return a + b


class Session(AbstractAsyncContextManager):
    async def __aexit__(self, *exc):
        print('session', exc[0])


class Half(AbstractAsyncContextManager):
    pass


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        await asyncio.sleep(0)
        print('numbers closed')


async def main():
    async with connection('a') as value:
        print(value)
    async with connection('b'):
        raise KeyError('k')
    try:
        async with connection('c'):
            raise ValueError('v')
    except ValueError as error:
        print(chain(error), error.__traceback__.tb_lineno)
    for make in [silent, twice, other, final, returning, again, passing, wrong]:
        await attempt(make)
        await attempt(make, ValueError('body'))
        await attempt(make, StopIteration('stop'))
        await attempt(make, StopAsyncIteration('stop'))
        await attempt(make, RuntimeError('run'))
        try:
            raise IndexError('outer')
        except IndexError:
            await attempt(make, ValueError('inner'))
            await attempt(make)
    pool = Pool(2)
    await asyncio.gather(*[worker(pool, i) for i in range(4)])
    print(await task(1), await task(1, b=5))
    async with Session() as session:
        print(type(session).__name__)
    try:
        Half()
    except TypeError as error:
        print(error)
    print(isinstance(session, AbstractAsyncContextManager))
    print(isinstance(asyncio.Lock(), AbstractAsyncContextManager))
    try:
        with connection('x'):
            pass
    except TypeError as error:
        print(error)
    once = passing()
    async with once:
        pass
    try:
        async with once:
            pass
    except AttributeError as error:
        print(error)

    async def cancelled():
        try:
            async with connection('cancelled'):
                await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print('cancelled', chain(error))
            raise

    one = asyncio.create_task(cancelled())
    await asyncio.sleep(0.02)
    one.cancel()
    await asyncio.wait([one])
    print(one.cancelled())
    try:
        async with asyncio.timeout(0.03):
            async with connection('timed'):
                await asyncio.sleep(1)
    except TimeoutError as error:
        print(chain(error))
    async with aclosing(numbers()) as items:
        async for i in items:
            print(i)
            if i == 2:
                break
    print(repr(connection).split(' at ')[0], type(connection('z')))
    coroutine = connection('z').__aenter__()
    print(type(coroutine))
    coroutine.close()


asyncio.run(main())


@asynccontextmanager
async def stubborn():
    try:
        yield
        yield
    except GeneratorExit:
        await asyncio.sleep(0)
        raise LookupError('no')


async def more():
    await attempt(stubborn)
    await attempt(stubborn, ValueError('x'))
    try:
        raise IndexError('outer')
    except IndexError:
        await attempt(stubborn)


asyncio.run(more())
