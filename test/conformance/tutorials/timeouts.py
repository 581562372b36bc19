# Features: wait_for, timeout, timeout_at, reschedule, expired, shield.
import asyncio


async def eternity(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print(name, 'was cancelled')
        raise


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(eternity('first'), timeout=1.0)
    except asyncio.TimeoutError:
        print('timeout!', loop.time())

    try:
        async with asyncio.timeout(2) as limit:
            await eternity('second')
    except TimeoutError as error:
        print(repr(error), limit.expired(), limit.when(), limit)

    async with asyncio.timeout(None) as limit:
        limit.reschedule(loop.time() + 10)
        await asyncio.sleep(1)
    print(limit.expired(), limit)

    try:
        async with asyncio.timeout_at(loop.time() + 1):
            async with asyncio.timeout(5):
                await asyncio.sleep(3)
    except TimeoutError:
        print('the outer one', loop.time())

    inner = asyncio.create_task(asyncio.sleep(3, 'saved'))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError:
        print('not yet:', inner.done())
    print(await inner, loop.time())
    print(await asyncio.wait_for(asyncio.sleep(0.1, 'in time'), 1))


asyncio.run(main())
