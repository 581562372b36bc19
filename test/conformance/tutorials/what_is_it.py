# Features: inspect's questions, calling what may be a coroutine function or a plain one.
import asyncio
import functools
import inspect


async def coro(*args):
    return args


def plain(*args):
    return args


def generate():
    yield 1


async def generate_slowly():
    yield 1


class Handler:
    async def __call__(self, event):
        return event

    async def method(self, event):
        return event

    @classmethod
    async def make(cls):
        return cls()


async def call(function, *args):
    result = function(*args)
    if inspect.isawaitable(result):
        result = await result
    return result


async def main():
    handler = Handler()
    functions = [coro, plain, generate, generate_slowly, handler, handler.method, Handler.make,
                 functools.partial(coro, 1), lambda: coro(), Handler, len, max, [].append]
    for function in functions:
        print([int(check(function)) for check in (
            inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction,
            inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.isbuiltin, callable)])
    print(await call(coro, 1), await call(plain, 2), await call(handler, 3), await call(Handler))
    slow = generate_slowly()
    step = anext(slow)
    unstarted, task = coro(), asyncio.create_task(coro())
    for thing in (unstarted, task, task.get_loop().create_future(), generate(), generate_slowly(),
                  step, asyncio, 5, None, coro):
        print([int(check(thing)) for check in (
            inspect.iscoroutine, inspect.isgenerator, inspect.isasyncgen, inspect.isawaitable,
            inspect.ismodule)])
    print(await step, await asyncio.gather(unstarted, task))
    await slow.aclose()


asyncio.run(main())
