import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')
token = var.set('module')
kept = contextvars.copy_context()


async def child():
    print('child', var.get())
    var.set('child')


async def main(text):
    print('main', var.get())
    var.set(text)
    await asyncio.create_task(child())
    asyncio.get_running_loop().call_soon(lambda: print('soon', var.get(), var.set('soon').old_value))
    await asyncio.sleep(1)
    print('main', var.get())
    return text


print(asyncio.run(main('first')), var.get())
var.set('between')
print(asyncio.run(main('second')), var.get(), kept[var])
print(kept.run(asyncio.run, main('third')), var.get(), kept[var])
kept.run(var.set, 'kept')
asyncio.run(main('fourth'))
kept.run(asyncio.run, main('fifth'))
print(kept[var], var.get())
var.reset(token)
print(var.get(), kept.run(var.get))
