# Features: new_event_loop, call_soon, call_later, call_at, run_forever, stop, handles.
import asyncio


def hello(name, loop):
    print(f'{loop.time() - start:.1f} hello from {name}')


def countdown(number, loop):
    print(f'{loop.time() - start:.1f} {number}')
    if number > 0:
        loop.call_later(0.5, countdown, number - 1, loop)
    else:
        loop.stop()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
start = loop.time()
loop.call_soon(hello, 'call_soon', loop)
loop.call_at(loop.time() + 0.7, hello, 'call_at', loop)
never = loop.call_later(0.2, hello, 'nobody', loop)
later = loop.call_later(1.2, hello, 'call_later', loop)
loop.call_soon(countdown, 3, loop)
never.cancel()
print(never.cancelled(), later.cancelled(), later.when() - start)
try:
    loop.run_forever()
finally:
    print('stopped', loop.is_running(), loop.is_closed())
    loop.close()
try:
    loop.call_soon(hello, 'too late', loop)
except RuntimeError as error:
    print(type(error).__name__, error)
