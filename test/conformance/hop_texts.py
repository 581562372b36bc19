"""The table of iteration counts: what stands between two prints, and how many iterations it takes.

`given` is done before the first print. `resumed` minus `start` is the count.
"""
HEAD = '''import asyncio

async def nop(): return None

async def bad(): raise ValueError('x')

async def main():
'''

EXPECTING = '''try:
    {}
except {}:
    pass'''
BLOCKED = 'loop.call_soon({})\n{}'

ROWS = [
    ('sleep(0)', '', 'await asyncio.sleep(0)'),
    ('sleep(-1)', '', 'await asyncio.sleep(-1)'),
    ('sleep(1)', '', 'await asyncio.sleep(1)'),
    ('await a done future', 'f = loop.create_future(); f.set_result(1)', 'await f'),
    ('await a coroutine', '', 'await nop()'),
    ('a future set by a call_soon callback', 'f = loop.create_future()',
     BLOCKED.format('f.set_result, 1', 'await f')),
    ('await create_task(nop())', '', 'await asyncio.create_task(nop())'),
    ('gather(nop(), nop())', '', 'await asyncio.gather(nop(), nop())'),
    ('gather(gather(nop()))', '', 'await asyncio.gather(asyncio.gather(nop()))'),
    ('gather()', '', 'await asyncio.gather()'),
    ('empty TaskGroup', '', 'async with asyncio.TaskGroup(): pass'),
    ('wait([task])', '', 'await asyncio.wait([asyncio.create_task(nop())])'),
    ('shield(nop())', '', 'await asyncio.shield(nop())'),
    ('as_completed([nop()])', '', 'for each in asyncio.as_completed([nop()]): await each'),
    ('wait_for(coroutine that returns, 1)', '', 'await asyncio.wait_for(nop(), 1)'),
    ('wait_for(task, 1) that returns', '', 'await asyncio.wait_for(asyncio.create_task(nop()), 1)'),
    ('wait_for(sleep(9), 1)', '',
     EXPECTING.format('await asyncio.wait_for(asyncio.sleep(9), 1)', 'TimeoutError')),
    ('wait_for(coroutine, 0)', '',
     EXPECTING.format('await asyncio.wait_for(asyncio.sleep(9), 0)', 'TimeoutError')),
    ('wait_for(task, 0)', '', EXPECTING.format(
        'await asyncio.wait_for(asyncio.create_task(asyncio.sleep(9)), 0)', 'TimeoutError')),
    ('wait_for(pending future, 0)', '',
     EXPECTING.format('await asyncio.wait_for(loop.create_future(), 0)', 'TimeoutError')),
    ('timeout(0) around sleep(1)', '',
     EXPECTING.format('async with asyncio.timeout(0): await asyncio.sleep(1)', 'TimeoutError')),
    ('timeout(0) around sleep(0)', '',
     EXPECTING.format('async with asyncio.timeout(0): await asyncio.sleep(0)', 'TimeoutError')),
    ('TaskGroup, one nop child', '', 'async with asyncio.TaskGroup() as tg: tg.create_task(nop())'),
    ('TaskGroup child raises, sibling cancelled', '', '''try:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(asyncio.sleep(9))
        tg.create_task(bad())
except* ValueError:
    pass'''),
    ('cancel() in sleep, then await', 't = asyncio.create_task(asyncio.sleep(9))\nawait asyncio.sleep(0)',
     't.cancel()\n' + EXPECTING.format('await t', 'asyncio.CancelledError')),
    ('cancel() then await, unstarted', 't = asyncio.create_task(asyncio.sleep(9))',
     't.cancel()\n' + EXPECTING.format('await t', 'asyncio.CancelledError')),
    ('Lock blocked', 'x = asyncio.Lock()\nawait x.acquire()',
     BLOCKED.format('x.release', 'await x.acquire()')),
    ('Semaphore blocked', 'x = asyncio.Semaphore(0)', BLOCKED.format('x.release', 'await x.acquire()')),
    ('Queue blocked', 'x = asyncio.Queue()', BLOCKED.format('x.put_nowait, 1', 'await x.get()')),
    ('Event blocked', 'x = asyncio.Event()', BLOCKED.format('x.set', 'await x.wait()')),
    ('Condition.wait notified by a new task', '''x = asyncio.Condition()
async def other():
    async with x: x.notify()
await x.acquire()''', 'asyncio.create_task(other())\nawait x.wait()'),
    ('Barrier(2), first', '''x = asyncio.Barrier(2)
async def other(): await x.wait()''', 'asyncio.create_task(other())\nawait x.wait()'),
    ('Barrier(2), last', '''x = asyncio.Barrier(2)
asyncio.create_task(x.wait())
await asyncio.sleep(0)''', 'await x.wait()'),
    ('eager create_task', '', 'await asyncio.create_task(nop(), eager_start=True)'),
    ('eager gather', 'loop.set_task_factory(asyncio.eager_task_factory)',
     'await asyncio.gather(nop(), nop())'),
    ('TaskGroup, eager child', '',
     'async with asyncio.TaskGroup() as tg: tg.create_task(nop(), eager_start=True)'),
]


def indented(code):
    return ''.join(f'    {line}\n' for line in code.split('\n') if line)


def programs():
    for name, given, construct in ROWS:
        loop = 'loop = asyncio.get_running_loop()\n'
        parts = [loop, given, "print('start')", construct, "print('resumed')"]
        yield name, HEAD + ''.join(map(indented, parts)) + '\nasyncio.run(main())\n'
