import asyncio
import time


async def child(name):
    for turn in range(3):
        await asyncio.sleep(0)
        print(name, turn, asyncio.get_running_loop().get_debug())


def called(word):
    print('called', word)


async def main():
    loop = asyncio.get_running_loop()
    children = [asyncio.create_task(child(name)) for name in 'ab']
    loop.call_soon(called, 'before')
    loop.set_debug(True)
    loop.call_soon(called, 'after')
    try:
        loop.call_soon(child)
    except TypeError as error:
        print(error)
    time.sleep(0.2)
    await asyncio.sleep(0)
    loop.set_debug(True)
    loop.slow_callback_duration = 5
    print(loop.slow_callback_duration)
    await asyncio.gather(*children)
    loop.set_debug(False)
    print(repr(loop.call_soon(called, 'last')).split(' at ')[0])
    await asyncio.sleep(0)


asyncio.run(main())
