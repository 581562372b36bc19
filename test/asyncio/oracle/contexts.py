"""Contexts: whose values a task, a callback, an eager task and what they start see."""
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')
other = contextvars.ContextVar('other')


async def child(log, name):
    log(f'{name} {var.get()}')
    var.set(name)
    await asyncio.sleep(1)
    log(f'{name} {var.get()}')


async def c01_tasks_have_copies(log):
    log(var.get())
    var.set('main')
    first = asyncio.create_task(child(log, 'first'))
    var.set('later')
    second = asyncio.create_task(child(log, 'second'))
    await child(log, 'awaited')
    await first
    await second
    log(f'{var.get()} {first.get_context()[var]} {second.get_context()[var]}')


async def c02_a_context_for_tasks(log):
    var.set('main')
    context = contextvars.copy_context()
    task = asyncio.create_task(child(log, 'given'), context=context)
    log(task.get_context() is context)
    await asyncio.create_task(child(log, 'shared'), context=context)
    async with asyncio.TaskGroup() as group:
        group.create_task(child(log, 'grouped'), context=context)
    log(f'{var.get()} {context[var]}')


async def c03_callbacks(log):
    loop = asyncio.get_running_loop()
    var.set('main')
    context = contextvars.copy_context()

    def tell(name):
        log(f'{name} {var.get()}')
        var.set(name)
        loop.call_soon(lambda: log(f'inside {name} {var.get()}'))

    loop.call_soon(tell, 'soon')
    loop.call_later(1, tell, 'later')
    loop.call_at(1, tell, 'at')
    future = loop.create_future()
    future.add_done_callback(lambda done: tell('copy'))
    future.add_done_callback(lambda done: tell('given'), context=context)
    var.set('changed')
    future.add_done_callback(lambda done: tell('late'))
    future.set_result(None)
    await asyncio.sleep(2)
    log(f'{var.get()} {context[var]}')


async def c04_eager_tasks(log):
    var.set('main')

    async def outer():
        var.set('outer')
        asyncio.create_task(child(log, 'inner'), eager_start=True)
        log(f'outer {var.get()}')
        contextvars.Context().run(lambda: asyncio.create_task(child(log, 'apart'), eager_start=True))
        await asyncio.sleep(0)
        log(f'outer {var.get()}')

    task = asyncio.create_task(outer(), eager_start=True)
    log(f'{var.get()} {task.get_context()[var]}')
    asyncio.get_running_loop().call_soon(lambda: asyncio.create_task(outer(), eager_start=True))
    await asyncio.sleep(2)
    log(var.get())


async def c05_tokens(log):
    first, second = var.set('first'), var.set('second')
    log(f'{first.old_value is contextvars.Token.MISSING} {second.old_value}')
    for reset in (
        lambda: other.reset(second),
        lambda: contextvars.copy_context().run(var.reset, second),
        lambda: var.reset(second),
        lambda: var.reset(second),
    ):
        try: log(f'reset {reset()}')
        except (ValueError, RuntimeError) as e: log(type(e).__name__)
    log(var.get())
    var.reset(first)
    log(f"{var.get()} {var.get('given')} {other.get('given')}")
    try: other.get()
    except LookupError as e: log(e.args == (other,))


async def c06_contexts(log):
    context = contextvars.copy_context()
    log(f'{len(context)} {var in context} {context.get(var)}')

    def inside(value):
        var.set(value)
        other.set(value)
        try: context.run(log, 'never')
        except RuntimeError as e: log(str(e)[:21])
        return var.get()

    copy = context.copy()
    log(f"{context.run(inside, 'inside')} {len(context)} {len(copy)} {var.get()}")
    log([each.name for each in context.keys()] == ['var', 'other'] or len(context) == 2)
    try: asyncio.current_task().get_context().run(log, 'never')
    except RuntimeError as e: log(str(e)[:21])
    log(f"{contextvars.Context().run(var.get)} {contextvars.copy_context().run(inside, 'copy')}")


async def c08_contexts_around_an_eager_task(log):
    var.set('main')
    around = [asyncio.current_task().get_context(), contextvars.copy_context(), contextvars.copy_context()]

    def attempt(context, name):
        try: context.run(log, name)
        except RuntimeError as e: log(f'{name} {str(e)[:20]}')

    async def inner():
        for context, name in zip([*around, asyncio.current_task().get_context()], ['main', 'run', 'apart', 'own']):
            attempt(context, name)

    def start():
        asyncio.create_task(inner(), eager_start=True)
        for context, name in zip(around, ['main', 'run', 'apart']):
            attempt(context, f'{name} after')

    around[1].run(start)
    attempt(around[1], 'left')
    asyncio.get_running_loop().call_soon(start, context=around[2])
    await asyncio.sleep(0)
    attempt(around[0], 'still')


async def c07_exception_handlers(log):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: log(f"{type(context['exception']).__name__} {var.get()}"))
    var.set('main')
    context = contextvars.copy_context()

    def fail(name):
        var.set(name)
        raise ValueError(name)

    loop.call_soon(fail, 'copy')
    loop.call_soon(fail, 'given', context=context)
    loop.call_soon(lambda: context.run(fail, 'inside'), context=context)
    await asyncio.sleep(0)
    log(f'{var.get()} {context[var]}')
