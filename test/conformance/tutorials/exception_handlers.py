# Features: set_exception_handler, call_exception_handler, loop.stop from a task, sys.exit, all_tasks.
import asyncio
import sys


def handler(loop, context):
    error = context.get('exception')
    print('handler:', context['message'], repr(error), sorted(context))


async def bad():
    await asyncio.sleep(1)
    raise ValueError('bad luck')


def broken_callback():
    raise RuntimeError('in a callback')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(broken_callback)
    loop.call_exception_handler({'message': 'by hand', 'extra': 1})
    task = asyncio.create_task(bad())
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    await asyncio.wait([task])
    print(task.exception(), asyncio.current_task().get_name(), loop.get_exception_handler() is handler)
    await asyncio.sleep(0.1)


async def leave(code):
    await asyncio.sleep(1)
    sys.exit(code)


print(len(sys.argv), sys.version_info >= (3, 11), sys.version_info.major)
asyncio.run(main())
try:
    asyncio.run(leave(3))
except SystemExit as error:
    print('exit', error.code)
print('bye', file=sys.stderr)
sys.stdout.write('end\n')
