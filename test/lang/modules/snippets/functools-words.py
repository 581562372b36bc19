import functools
def f(*a, **k): return (a, k)
p = functools.partial(f, 1, x=2)
def addr(t):
    out = ''
    parts = str(t).split('0x')
    for i, part in enumerate(parts):
        if i:
            part = '0x' + part.lstrip('0123456789abcdef')
        out += part
    return out
print(addr(repr(p)))
print(p.func is f, p.args, p.keywords)
print(p(3, y=4))
q = functools.partial(p, 5, x=9)
print(addr(repr(q)))
try: functools.partial()
except TypeError as e: print(e)
try: functools.partial(5)
except TypeError as e: print(e)
try: p.func = 3
except Exception as e: print(type(e).__name__, e)
p.foo = 1
print(p.foo, p.__dict__)
try: p.bar
except Exception as e: print(type(e).__name__, e)
print(functools.Placeholder, addr(repr(functools.partial(f, functools.Placeholder, 2))))
r = functools.partial(f, functools.Placeholder, 2)
print(r(1,3))
try: r()
except Exception as e: print(type(e).__name__, e)
try: functools.partial(f, functools.Placeholder)
except Exception as e: print(type(e).__name__, e)
try: functools.partial(f, x=functools.Placeholder)
except Exception as e: print(type(e).__name__, e)
print(functools.partial(r, functools.Placeholder, 5, 6) if 0 else functools.partial(r, 7).args)
print(type(p), functools.partial)
class A:
    m = functools.partial(f, 'm')
print(addr(repr(A().m)))
print(len(A().m(2)[0]))
F = [functools][0]
for bad, thunk in [('functools.reduce(f, [])', lambda: F.reduce(f, [])), ('functools.reduce(f, 5)', lambda: F.reduce(f, 5)), ('functools.reduce(f)', lambda: F.reduce(f)), ('functools.lru_cache("x")', lambda: F.lru_cache("x")), ('functools.lru_cache()(5)', lambda: F.lru_cache()(5)), ('functools.cache(5)', lambda: F.cache(5)), ('functools.cmp_to_key()', lambda: F.cmp_to_key()), ('functools.cmp_to_key(f)(1) < 5', lambda: F.cmp_to_key(f)(1) < 5), ('hash(functools.cmp_to_key(f)(1))', lambda: hash(functools.cmp_to_key(f)(1))), ('functools.wraps()', lambda: F.wraps()), ('functools.wraps(f,1,2,3)', lambda: F.wraps(f,1,2,3)), ('functools.reduce(f, [1], 2, 3)', lambda: F.reduce(f, [1], 2, 3)), ('functools.cache()', lambda: F.cache()), ('functools.lru_cache(1,2,3)', lambda: F.lru_cache(1,2,3)), ('functools.total_ordering(5)', lambda: F.total_ordering(5)), ('functools.total_ordering(A)', lambda: F.total_ordering(A)), ('functools.cached_property(f).x', lambda: F.cached_property(f).x), ('functools.partial(f)()  .x', lambda: F.partial(f)()  .x), ('functools.cmp_to_key(5)(1) < F.cmp_to_key(5)(2)', lambda: F.cmp_to_key(5)(1) < F.cmp_to_key(5)(2))]:
    try: print(bad, addr(repr(thunk())))
    except Exception as e: print(bad, '|', type(e).__name__, addr(str(e)))
@functools.lru_cache(maxsize=2)
def g(x, y=0): "doc"; return x
print(addr(repr(g)), g.__name__, g.__doc__, addr(g.__wrapped__), g.cache_info(), g.cache_parameters())
g(1); g(1); g(2); g(3); g(1)
i = g.cache_info()
print(i, i.hits, i[1], i._asdict(), type(i), i == (1,4,2,2))
print(addr(repr(g.cache_info)), type(g), addr(repr(functools.lru_cache())), addr(repr(functools.wraps(f))), addr(repr(functools.cmp_to_key(f))), addr(repr(functools.cmp_to_key(f)(1))))
class B:
    @functools.lru_cache
    def m(self): return 1
    @functools.cached_property
    def c(self): "cdoc"; print('c'); return 5
print(addr(repr(B().m)), addr(repr(B.m)), addr(repr(B.c)), B.c.__doc__, addr(B.c.func), B.c.attrname)
print(functools.reduce, addr(functools.lru_cache), functools.cached_property, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
try: g([])
except Exception as e: print(type(e).__name__, e)
try: g(1,2,3)
except Exception as e: print(type(e).__name__, e)
class S:
    __slots__ = ()
    @functools.cached_property
    def c(self): return 1
try: S().c
except Exception as e: print(type(e).__name__, e)
try:
    class T:
        @functools.cached_property
        def c(self): return 1
        d = c
except Exception as e: print(type(e).__name__, e, getattr(e, '__notes__', ''))
class U: pass
U.c = functools.cached_property(lambda self: 1)
try: U().c
except Exception as e: print(type(e).__name__, e)
@functools.total_ordering
class W:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v if isinstance(o, W) else NotImplemented
print(W.__gt__.__name__)
try: W(1) >= 5
except Exception as e: print(type(e).__name__, e)
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(False)
    def cb(a): 1/0
    loop.set_exception_handler(lambda l, c: print(addr(c['message']), addr(repr(c['handle']))))
    h = loop.call_soon(functools.partial(cb, 1))
    print(addr(repr(h)))
    h = loop.call_soon(functools.partial(functools.partial(cb, a=1)))
    print(addr(repr(h)))
    fu = loop.create_future()
    fu.add_done_callback(functools.partial(f, 'x', k=[1,2]))
    print(addr(repr(fu)))
    fu.add_done_callback(g)
    print(addr(repr(fu)))
    fu.set_result(1)
    await asyncio.sleep(0)
    loop.set_debug(True)
    h = loop.call_soon(functools.partial(cb, 1), 6)
    print(addr(repr(h)))
asyncio.run(main())
