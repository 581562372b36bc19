import asyncio


def show(text):
    text = text.replace("/lib/python314.zip/asyncio/", "").replace("program.py", "call-graphs.py").replace("<string>', line 61", "tasks.py', line 614").replace("<string>', line 34", "tasks.py', line 587")
    lines = []
    for line in text.split('\n'):
        if 'id=0x' in line: line = line[:line.index('id=0x')] + 'id)'
        lines.append(line)
    return '\n'.join(lines)


def dump(title, fut=None, **kw):
    print('##', title)
    text = asyncio.format_call_graph(fut, **kw)
    print(show(text) if text else repr(text))


async def leaf():
    await asyncio.sleep(1)


async def mid():
    await leaf()


async def agen():
    yield 1
    await asyncio.sleep(1)
    yield 2


async def use_agen():
    async for x in agen():
        pass


async def locker(lock):
    async with lock:
        await asyncio.sleep(1)


async def cond_waiter(c):
    async with c:
        await c.wait()


async def main():
    t = asyncio.create_task(mid(), name='t')
    dump('unstarted', t)
    await asyncio.sleep(0)
    dump('sleeping', t)
    dump('limit 1', t, limit=1)
    dump('limit -1', t, limit=-1)
    dump('limit 0', t, limit=0)
    g = asyncio.create_task(use_agen(), name='g')
    await asyncio.sleep(0)
    dump('agen', g)
    def plain():
        dump('self')
        dump('self limit 1', limit=1)
        dump('self limit -1', limit=-1)
        dump('self limit 2', limit=2)
        dump('self limit 0', limit=0)
        dump('self depth 2', depth=2)
    plain()

    async def waiter(f): await f
    f = asyncio.get_running_loop().create_future()
    w = asyncio.create_task(waiter(f), name='w')
    w2 = asyncio.create_task(waiter(f), name='w2')
    ww = asyncio.create_task(waiter(w), name='ww')
    await asyncio.sleep(0)
    dump('w', w)
    dump('ww', ww)
    print(f._asyncio_awaited_by, type(f._asyncio_awaited_by)) if False else print(sorted(x.get_name() for x in f._asyncio_awaited_by), type(f._asyncio_awaited_by), ww._asyncio_awaited_by)

    async def gatherer(*fs): await asyncio.gather(*fs)
    f2 = asyncio.get_running_loop().create_future()
    gg = asyncio.create_task(gatherer(f2, leaf()), name='gg')
    await asyncio.sleep(0); await asyncio.sleep(0)
    dump('gather child', f2)
    print([type(x).__name__ for x in f2._asyncio_awaited_by])
    dump('gather task', gg)

    async def tg(): 
        async with asyncio.TaskGroup() as g:
            g.create_task(leaf(), name='tgchild')
    tgt = asyncio.create_task(tg(), name='tg')
    await asyncio.sleep(0); await asyncio.sleep(0)
    c = [x for x in asyncio.all_tasks() if x.get_name() == 'tgchild'][0]
    dump('tg child', c)
    dump('tg parent', tgt)

    async def wt(*fs): await asyncio.wait(fs)
    f3 = asyncio.get_running_loop().create_future()
    wtt = asyncio.create_task(wt(f3), name='wt')
    await asyncio.sleep(0)
    dump('wait', f3); dump('wait parent', wtt)
    async def wf(x): await asyncio.wait_for(x, 5)
    f4 = asyncio.get_running_loop().create_future()
    wft = asyncio.create_task(wf(f4), name='wf')
    await asyncio.sleep(0)
    dump('wait_for', f4); dump('wait_for parent', wft)
    async def sh(x): await asyncio.shield(x)
    f5 = asyncio.get_running_loop().create_future()
    sht = asyncio.create_task(sh(f5), name='sh')
    await asyncio.sleep(0)
    dump('shield', f5); dump('shield parent', sht)
    print([type(x).__name__ for x in f5._asyncio_awaited_by])
    async def ac(*x):
        for y in asyncio.as_completed(x): await y
    f6 = asyncio.get_running_loop().create_future()
    act = asyncio.create_task(ac(f6), name='ac')
    await asyncio.sleep(0)
    dump('as_completed', f6); dump('as_completed parent', act)
    async def ac2(*x):
        async for y in asyncio.as_completed(x): await y
    f7 = asyncio.get_running_loop().create_future()
    act = asyncio.create_task(ac2(f7), name='ac2')
    await asyncio.sleep(0)
    dump('as_completed async', f7); dump('as_completed async parent', act)
    lock = asyncio.Lock(); await lock.acquire()
    for name, co in [('lock', locker(lock)), ('cond', cond_waiter(asyncio.Condition())), ('q', asyncio.Queue().get()), ('ev', asyncio.Event().wait()), ('sem', asyncio.Semaphore(0).acquire()), ('bar', asyncio.Barrier(2).wait()), ('barx', asyncio.Barrier(2).__aenter__()), ('condwf', cond_waiter(asyncio.Condition()))]:
        tt = asyncio.create_task(co, name=name)
        await asyncio.sleep(0)
        dump(name, tt)
    q = asyncio.Queue(1); q.put_nowait(1)
    for name, co in [('put', q.put(2)), ('join', q.join())]:
        tt = asyncio.create_task(co, name=name)
        await asyncio.sleep(0)
        dump(name, tt)
    c = asyncio.Condition(); await c.acquire()
    async def cwf(): await c.wait_for(lambda: False)
    tt = asyncio.create_task(c.wait(), name='x'); await asyncio.sleep(0); dump('cond wait', tt)
    await c.acquire(); tt = asyncio.create_task(cwf(), name='x'); await asyncio.sleep(0); dump('cond waitfor', tt)
    async def s0(): await asyncio.sleep(0)
    tt = asyncio.create_task(s0(), name='s0'); await asyncio.sleep(0); dump('sleep0', tt)
    async def nothing(): return 3
    tt = asyncio.create_task(nothing()); await tt; print(asyncio.capture_call_graph(tt).call_stack)
    try: dump('done', tt)
    except AttributeError as e: print(e)
    def gen():
        dump('in generator'); yield 1
    list(gen())
    class Aw:
        def __await__(self):
            yield from f.__await__()
    async def aw(): await Aw()
    tt = asyncio.create_task(aw(), name='aw'); await asyncio.sleep(0); dump('custom awaitable', tt)
    async def inner(): dump('from inner')
    async def outer(): await inner()
    await outer()
    tt = asyncio.create_task(outer(), name='oo'); await tt
    asyncio.get_running_loop().call_soon(lambda: dump('callback'))
    await asyncio.sleep(0)
    asyncio.create_task(asyncio.sleep(2), name='slp')
    await asyncio.sleep(0)
    graph = asyncio.capture_call_graph(ww)
    print(graph.future is ww, len(graph.call_stack), graph.awaited_by)
    entry = asyncio.capture_call_graph().call_stack[0]
    print(repr(entry)[:32], entry.frame.f_lineno, entry.frame.f_code.co_name)
    print(graph == asyncio.capture_call_graph(ww))
    tt = asyncio.create_task(asyncio.sleep(3), name='z')
    await asyncio.sleep(0)
    dump('bare sleep', tt)
    try:
        asyncio.capture_call_graph(3)
    except TypeError as e:
        print(e)
    try:
        entry.frame = 3
    except AttributeError as e:
        print(type(e.__class__).__name__, e)
    g2 = asyncio.capture_call_graph(f)
    print(isinstance(g2, asyncio.FutureCallGraph), len(g2.awaited_by) > 1, g2.call_stack)
    made = asyncio.FutureCallGraph(1, (asyncio.FrameCallGraphEntry(2),), ())
    print(made, made == asyncio.FutureCallGraph(1, (asyncio.FrameCallGraphEntry(2),), ()), hash(made) == hash(made))
    fa, fb = asyncio.Future(), asyncio.Future()
    print(asyncio.future_add_to_awaited_by(fa, fb), fa._asyncio_awaited_by == frozenset([fb]), fb._asyncio_awaited_by)
    dump('by hand', fa)
    asyncio.future_discard_from_awaited_by(fa, fb)
    asyncio.future_discard_from_awaited_by(fa, fb)
    asyncio.future_add_to_awaited_by(1, fb)
    print(fa._asyncio_awaited_by)
    z = asyncio.create_task(asyncio.wait_for(fa, 0), name='zero')
    await asyncio.sleep(0)
    dump('wait_for 0', z)
    bar = asyncio.Barrier(2)
    async def barrier_user():
        await bar.wait()
    bs = [asyncio.create_task(barrier_user(), name=f'b{i}') for i in range(3)]
    await asyncio.sleep(0)
    dump('woken, about to take the lock', bs[0])
    dump('blocked while it drains', bs[2])
    await asyncio.sleep(0)
    dump('inside', bs[2])
    bs[2].cancel()

    class Writer:
        def __init__(self):
            self.text = ''
        def write(self, text):
            self.text += text
    writer = Writer()
    asyncio.print_call_graph(file=writer)
    asyncio.print_call_graph(depth=2, file=writer)
    asyncio.print_call_graph(tt, file=writer)
    asyncio.print_call_graph(None, limit=1, depth=0, file=writer)
    print(show(writer.text))
    for k in asyncio.all_tasks():
        if k.get_name() == 'x':
            k.cancel()
            await asyncio.wait([k])
            c.release()
    for k in (f, f2,f3,f4,f5,f6,f7): k.set_result(1)

asyncio.run(main())
try: asyncio.capture_call_graph()
except RuntimeError as e: print(e)
