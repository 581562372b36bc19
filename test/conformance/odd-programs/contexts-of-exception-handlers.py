import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


def handler(loop, context):
    print('handler', type(context['exception']).__name__, str(context['exception'])[-18:], var.get())
    var.set('handled')


def fail(text, *rest):
    var.set(text)
    raise ValueError(text)


class Runs:
    def run(self, callee, *args):
        print('runs', callee is print, args, var.get())
        return callee(*args)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    var.set('main')
    kept = contextvars.copy_context()
    loop.call_soon(fail, 'soon')
    loop.call_soon(fail, 'kept', context=kept)
    future = loop.create_future()
    future.add_done_callback(lambda done: fail('done'))
    future.set_result(None)
    await asyncio.sleep(0)
    print(var.get(), kept[var])
    print(loop.call_soon(print, 'never', context=5).get_context())
    loop.call_soon(print, 'in its run', context=Runs())
    future.add_done_callback(print, context='text')
    await asyncio.sleep(0)
    loop.call_soon(lambda: kept.run(fail, 'inside'), context=kept)
    await asyncio.sleep(0)
    print(var.get(), kept[var])


async def refused():
    try:
        inside.run(print, 'entered')
    except RuntimeError as e:
        print(str(e)[:21], str(e)[-18:])


asyncio.run(main())
inside = contextvars.copy_context()
inside.run(asyncio.run, refused())
