import inspect, asyncio, functools
async def co(): pass
async def ag(): yield 1
def gen(): yield 1
def fn(): pass
class C:
    async def m(self): pass
    def n(self): pass
    @staticmethod
    async def s(): pass
    @classmethod
    async def c(cls): pass
    async def __call__(self): pass
def deco(f):
    @functools.wraps(f)
    async def wrapper(*a, **k): return await f(*a, **k)
    return wrapper
@deco
async def decorated(): pass
@deco
def half(): pass
def plain_deco(f):
    @functools.wraps(f)
    def wrapper(*a): return f(*a)
    return wrapper
@plain_deco
async def hidden(): pass
k = co(); g = gen(); a = ag()
loop = asyncio.new_event_loop()
fut = loop.create_future()
class Aw:
    def __await__(self): yield
values = dict(co=co, ag=ag, gen=gen, fn=fn, m=C.m, bm=C().m, n=C().n, s=C.s, c=C.c, C=C, inst=C(), decorated=decorated, half=half, hidden=hidden, partial=functools.partial(co, 1), pfn=functools.partial(fn), k=k, g=g, a=a, fut=fut, aw=Aw(), sleep=asyncio.sleep, gather=asyncio.gather, get=asyncio.Queue.get, lam=lambda: 1, len=len, none=None, inspect=inspect, meth=[].append, wait_for=asyncio.wait_for, run=asyncio.run, acquire=asyncio.Lock().acquire, put=asyncio.Queue().put, to_thread=asyncio.to_thread, nowait=asyncio.Queue().get_nowait, ewait=asyncio.Event().wait)
for name in 'iscoroutinefunction iscoroutine isawaitable isasyncgenfunction isasyncgen isgenerator isgeneratorfunction isfunction ismethod isclass ismodule isbuiltin isroutine'.split():
    print(name, [n for n, v in values.items() if getattr(inspect, name)(v)])
k.close(); loop.close()
print(asyncio.iscoroutinefunction(co), asyncio.iscoroutinefunction(fn))
for _ in range(2): print(asyncio.iscoroutinefunction(co))
def documented():
    """First line.

        Indented more.
    """
print(repr(inspect.getdoc(documented)))
print(inspect.iscoroutinefunction(3))
