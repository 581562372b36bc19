import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


async def child(name, token=None):
    print(name, 'begins with', var.get())
    var.set(name)
    await asyncio.sleep(0)
    print(name, 'goes on with', var.get())
    if token is not None:
        try:
            var.reset(token)
        except ValueError as e:
            print(str(e)[-32:])
    return var.get()


async def main():
    me = asyncio.current_task()
    token = var.set('main')
    print(me.get_context() is me.get_context(), me.get_context()[var])
    first = asyncio.create_task(child('first', token))
    shared = contextvars.copy_context()
    second = asyncio.create_task(child('second'), context=shared)
    third = asyncio.get_running_loop().create_task(child('third'), context=shared)
    print(first.get_context() == shared, second.get_context() is shared is third.get_context())
    var.set('later')
    print(await asyncio.gather(first, second, third, child('gathered')), shared[var])
    async with asyncio.TaskGroup() as group:
        group.create_task(child('grouped'), context=shared)
        group.create_task(child('copied'))
    print(await child('awaited'), var.get(), shared[var], first.get_context()[var])
    print(await asyncio.wait_for(child('waited for'), 1), var.get())
    print(await asyncio.shield(asyncio.ensure_future(child('shielded'))), var.get())
    try:
        async with asyncio.timeout(1):
            var.set('in time')
            await asyncio.sleep(2)
    except TimeoutError:
        print('late', var.get())
    print(await shared.run(asyncio.create_task, child('made inside')), shared[var])
    try:
        me.get_context().run(print, 'never')
    except RuntimeError as e:
        print(str(e)[:21], str(e)[-18:])
    var.reset(token)
    print(var.get())


asyncio.run(main())
