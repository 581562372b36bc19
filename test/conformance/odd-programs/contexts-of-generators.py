import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


def produce():
    for number in range(3):
        print('produce', number, var.get())
        var.set(f'produced {number}')
        yield number


async def stream():
    for number in range(2):
        print('stream', number, var.get())
        token = var.set(f'streamed {number}')
        await asyncio.sleep(0)
        yield number
        try:
            var.reset(token)
        except ValueError as e:
            print(str(e)[-32:])


async def other(numbers):
    print('other', await anext(numbers), var.get())
    var.set('other')


async def main():
    for number in produce():
        print(number, var.get())
    generator = contextvars.copy_context().run(produce)
    print(next(generator), var.get())
    kept = contextvars.Context()
    print(kept.run(next, generator), var.get(), kept[var])
    async for number in stream():
        print(number, var.get())
    print(var.get())
    numbers = stream()
    await asyncio.create_task(other(numbers))
    print(var.get(), await anext(numbers), var.get())
    await numbers.aclose()
    coroutine = other(stream())
    kept.run(coroutine.send, None)
    coroutine.close()
    print(kept[var], var.get())


asyncio.run(main())
