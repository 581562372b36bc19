import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


def tell(text, *rest):
    print(text, var.get())
    var.set(text)


async def main():
    loop = asyncio.get_running_loop()
    var.set('main')
    kept = contextvars.copy_context()
    soon = loop.call_soon(tell, 'soon')
    print(soon.get_context()[var], soon.get_context() is soon.get_context(), soon.get_context() == kept)
    late = loop.call_later(1, tell, 'late', context=kept)
    print(late.get_context() is kept)
    loop.call_at(2, tell, 'at', context=kept)
    loop.call_later(2, tell, 'copied')
    future = loop.create_future()
    future.add_done_callback(lambda done: tell('own'))
    future.add_done_callback(lambda done: tell('given'), context=kept)
    var.set('changed')
    future.set_result(None)
    future.add_done_callback(lambda done: tell('done already'))
    await asyncio.sleep(0)
    print('kept', kept[var], var.get())
    await asyncio.sleep(3)
    print('kept', kept[var], var.get())
    empty = contextvars.Context()
    loop.call_soon(tell, 'in an empty one', context=empty)
    loop.call_soon(lambda: loop.call_soon(tell, 'from inside'), context=empty)
    await asyncio.sleep(0.5)
    print(len(empty), empty[var])


asyncio.run(main())
print(var.get())
