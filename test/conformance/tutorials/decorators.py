# Features: decorators, *args/**kwargs, functools (wraps, partial, lru_cache, reduce), perf_counter.
import asyncio
import functools
import time


def timed(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        started = time.perf_counter()
        try:
            return await func(*args, **kwargs)
        finally:
            print(f'{func.__name__}{args} {kwargs} took {time.perf_counter() - started:.2f} s')
    return wrapper


def retry(times, *exceptions, delay=0.1):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, attempt=attempt, **kwargs)
                except exceptions as error:
                    print(f'attempt {attempt}: {error!r}')
                    await asyncio.sleep(delay * attempt)
            raise RuntimeError(f'{func.__name__} failed {times} times')
        return wrapper
    return decorate


@timed
@retry(3, ValueError, KeyError, delay=0.5)
async def fetch(key, *, attempt, needed=2):
    """Fetches."""
    await asyncio.sleep(1)
    if attempt < needed:
        raise KeyError(key)
    return key * attempt


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def on_done(prefix, task):
    print(prefix, task.result())


async def main():
    print(await fetch('ab'))
    try:
        await fetch('x', needed=9)
    except RuntimeError as error:
        print(error)
    print(fetch.__name__, fetch.__doc__, fetch.__wrapped__.__name__)
    task = asyncio.create_task(fetch('z', needed=1))
    task.add_done_callback(functools.partial(on_done, 'callback:'))
    await task
    print(fib(60), fib.cache_info())
    print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(pow, 2)(10))
    await asyncio.sleep(0)


asyncio.run(main())
