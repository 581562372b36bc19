"""The surprises of ../asyncio/oracle/surprises.py as whole programs, with the two that differ.

Each prints what it logs there; what the loop's exception handler is told is printed, too.
"""
import inspect

HEAD = '''import asyncio
from asyncio import CancelledError

log = print

def reported(loop, context):
    print(f"reported {context.get('exception')!r}")

'''
TAIL = '''
async def main():
    asyncio.get_running_loop().set_exception_handler(reported)
    await NAME(log)

asyncio.run(main())
'''

HORIZON = '''async def s13_horizon(log):
    await asyncio.sleep(2 ** 24)
    await asyncio.sleep(1)
    log('woke')
'''
CYCLE = '''async def s30_cycle(log):
    tasks = {}
    async def a(): await tasks['b']
    async def b(): await tasks['a']
    tasks['a'] = asyncio.create_task(a())
    tasks['b'] = asyncio.create_task(b())
    await asyncio.sleep(0)
    try: log(tasks['a'].cancel())
    except RecursionError: log('RecursionError')
    await asyncio.get_running_loop().create_future()
'''


def programs():
    import surprises
    found = [each for each in vars(surprises).values() if inspect.iscoroutinefunction(each)]
    texts = {each.__name__: inspect.getsource(each) for each in found}
    texts |= {'s13_horizon': HORIZON, 's30_cycle': CYCLE}
    for name in sorted(texts):
        yield name, HEAD + texts[name].rstrip() + '\n' + TAIL.replace('NAME', name)
