# Features: asynchronous generators and comprehensions, asend, aclose, aiter, anext.
import asyncio


async def ticker(delay, to):
    """Yields numbers from 0 to `to` every `delay` seconds."""
    try:
        for i in range(to):
            yield i
            await asyncio.sleep(delay)
    finally:
        print('ticker is closed')


async def echo():
    received = 'ready'
    while True:
        received = yield f'you said {received}'


async def is_even(n):
    await asyncio.sleep(0.1)
    return n % 2 == 0


async def main():
    print([i async for i in ticker(0.5, 4) if i % 2])
    print({i: i * i async for i in ticker(0.1, 3)}, {i // 2 async for i in ticker(0, 4)})
    print([n for n in range(6) if await is_even(n)], asyncio.get_running_loop().time())
    total = sum([i async for i in ticker(1, 3)])
    print('total', total)

    generator = echo()
    print(await anext(generator))
    print(await generator.asend('hello'))
    await generator.aclose()
    print(await anext(generator, 'nothing more'))

    numbers = aiter(ticker(1, 10))
    async for number in numbers:
        if number == 2:
            break
    else:
        print('not reached')
    await numbers.aclose()
    lazy = (i + await asyncio.sleep(0.1, 10) for i in range(3))
    print(type(lazy).__name__, [i async for i in lazy])


asyncio.run(main())
