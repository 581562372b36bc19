import asyncio, functools, time
from functools import lru_cache, partial, wraps, reduce
@lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(90), fib.cache_info())
@functools.cache
def fact(n): return n * fact(n-1) if n else 1
print(fact(10), fact(12), fact.cache_info())
fact.cache_clear()
print(fact.cache_info())
@lru_cache(maxsize=2, typed=True)
def t(x, *, y=1):
    print('calc', x, y)
    return x
t(1); t(1.0); t(1); t(True); t(1.0); t(x=1); t(1, y=1); t(1, y=1)
print(t.cache_info())
@lru_cache(maxsize=3)
def lru(x):
    print('calc', x); return x
for x in [1,2,3,1,4,2,3,1,1.0,True,'a',(1,2),(1,2)]: lru(x)
print(lru.cache_info())
@lru_cache(maxsize=0)
def zero(x): return x
zero(1); zero(1); print(zero.cache_info())
@lru_cache(maxsize=-5)
def neg(x): return x
neg(1); print(neg.cache_info())
@lru_cache
def boom(x):
    print('boom'); raise ValueError(x)
for _ in range(2):
    try: boom(1)
    except ValueError as e: print(repr(e))
print(boom.cache_info())
def deco(f):
    @wraps(f)
    async def inner(*a, **k):
        print('before', f.__name__)
        try: return await f(*a, **k)
        finally: print('after')
    return inner
@deco
async def work(x):
    "docs"
    await asyncio.sleep(1)
    return x * 2
work.extra = 5
@wraps(work)
def other(): pass
print(work.__name__, work.__qualname__, work.__doc__, work.__wrapped__.__name__, other.extra, other.__wrapped__ is work, other.__name__)
def block(s, *, tag):
    time.sleep(s); return tag
class C:
    def __init__(self): self.n = 0
    @functools.cached_property
    def v(self):
        self.n += 1
        return self.n * 10
    @lru_cache(maxsize=8)
    def m(self, x):
        print('m', x)
        return x + 1
c = C()
print(c.v, c.v, c.n, c.__dict__)
del c.v
print(c.v, c.n)
c.v = 3
print(c.v)
print(c.m(1), c.m(1), c.m.cache_info(), C.m.cache_info())
try: c.m.foo
except AttributeError as e: print(e)
try: c.__init__.foo
except AttributeError as e: print(e)
C.m.foo = 3
print(c.m.foo)
@functools.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __le__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.v <= o.v
    def __repr__(self): return f'V({self.v})'
print(V(1) < V(2), V(1) > V(2), V(1) >= V(1), V(2) < V(2), sorted([V(3), V(1)]), max(V(1), V(4)))
def cmp(a, b): return (a > b) - (a < b)
print(sorted([3,1,2], key=functools.cmp_to_key(lambda a, b: b - a)), max([1,5,2], key=functools.cmp_to_key(cmp)))
K = functools.cmp_to_key(cmp)
print(K(1) < K(2), K(1) == K(1), K(2) >= K(3), K(1) != K(1), K(5).obj)
print(reduce(lambda a, b: a + b, [1,2,3]), reduce(lambda a, b: a * b, [], 7), reduce(lambda a,b: a+b, 'abc', initial='z'))
print(isinstance(partial(print, 1), partial), callable(partial(print)), callable(fib))
print(partial(print, 'a', sep='-')('b', 'c'))
print(list(map(partial(pow, 2), range(5))), partial(int, base=2)('101'))
print(partial(max, default=0)([]))
async def main():
    loop = asyncio.get_running_loop()
    print(await work(4))
    t0 = loop.time()
    p = partial(work, 5)
    tk = asyncio.create_task(p())
    tk.add_done_callback(partial(print, 'done'))
    tk.set_name('T')
    await tk
    await asyncio.sleep(0)
    @lru_cache
    def coro(x): return work(x)
    print(await coro(1))
    try: await coro(1)
    except RuntimeError as e: print(e)
    loop.call_later(0.5, partial(partial(print, 1), 2), 3)
    await asyncio.sleep(1)
    def bad(x): return 1 // x
    loop.call_soon(partial(bad, 0))
    await asyncio.sleep(0)
    loop.set_debug(True)
    try: loop.call_soon(partial(work, 1))
    except TypeError as e: print(e)
    loop.set_debug(False)
def outer():
    @lru_cache
    def deep(n): return 0 if n == 0 else 1 + deep(n-1)
    try: print(deep(5000))
    except RecursionError as e: print(e)
asyncio.run(main())
