import asyncio
def chain(error):
    texts = []
    while error is not None and len(texts) < 6:
        texts.append(repr(error))
        error = error.__context__
    return ' < '.join(texts)

async def inner_plain(wait):
    try:
        await wait()
    except BaseException as e:
        print('   inner', chain(e))
        raise
async def inner_other(wait):
    try:
        await wait()
    except BaseException as e:
        print('   inner', chain(e))
        raise KeyError(1)
async def inner_handling(wait):
    try:
        raise OSError('A')
    except OSError:
        try:
            await wait()
        except BaseException as e:
            print('   inner', chain(e))
            raise
async def none(wait):
    await wait()
async def middle(wait):
    await inner_plain(wait)
async def outer(inner, wait):
    try:
        raise ValueError('B')
    except ValueError:
        try:
            await inner(wait)
        except BaseException as e:
            print('   outer', chain(e))
            raise
async def plain_outer(inner, wait):
    try:
        await inner(wait)
    except BaseException as e:
        print('   outer', chain(e))
        raise
async def zero():
    await asyncio.sleep(0)
async def nine():
    await asyncio.sleep(9)
async def bare():
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(lambda: f.done() or f.set_exception(TypeError('F')))
    await f
async def event():
    await asyncio.Event().wait()
async def fut():
    await asyncio.get_running_loop().create_future()
def direct():
    return asyncio.sleep(0)
def dfut():
    return asyncio.get_running_loop().create_future()
async def main():
    for o in (outer, plain_outer):
        for inner in (inner_plain, inner_other, inner_handling, none, middle):
            for wait in (zero, nine, bare, event, fut, direct, dfut):
                print(o.__name__, inner.__name__, wait.__name__)
                t = asyncio.create_task(o(inner, wait))
                await asyncio.sleep(0)
                t.cancel()
                try:
                    await t
                except BaseException as e:
                    print('   main', chain(e))
try:
    raise RuntimeError('outside')
except RuntimeError:
    asyncio.run(main())
