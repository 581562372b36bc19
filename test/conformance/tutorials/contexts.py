# Features: contextvars, contextlib (asynccontextmanager, suppress, AsyncExitStack, nullcontext).
import asyncio
import contextlib
import contextvars

request_id = contextvars.ContextVar('request_id', default='-')


def log(text):
    print(f'[{request_id.get()}] {text}')


@contextlib.asynccontextmanager
async def resource(name):
    log(f'open {name}')
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    finally:
        log(f'close {name}')


@contextlib.contextmanager
def named(value):
    token = request_id.set(value)
    try:
        yield
    finally:
        request_id.reset(token)


async def handle(number):
    request_id.set(f'r{number}')
    await asyncio.sleep(0.1 * number)
    log('begin')
    async with resource(f'db{number}') as db:
        log(f'use {db}')


async def main():
    await asyncio.gather(*(handle(number) for number in (1, 2)))
    log('after')
    with named('block'), contextlib.suppress(KeyError, asyncio.TimeoutError):
        log('inside')
        await asyncio.wait_for(asyncio.sleep(9), 0.1)
        log('not reached')
    async with contextlib.AsyncExitStack() as stack:
        for name in 'ab':
            log(await stack.enter_async_context(resource(name)))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, 'callback', 1)
    with contextlib.nullcontext(5) as five:
        log(five)
    copied = contextvars.copy_context()
    copied.run(request_id.set, 'copy')
    print(copied[request_id], request_id.get(), request_id.name, len(copied))


asyncio.run(main())
