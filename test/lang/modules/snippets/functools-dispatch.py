from functools import singledispatch
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
@singledispatch
def f(x, y=0):
    "doc"
    return ("obj", x, y)
@f.register(int)
def _i(x, y=0): return ("int", x, y)
@f.register(list)
@f.register(tuple)
def _l(x, y=0): return ("seq", len(x), y)
f.register(str, lambda x, y=0: ("str", x))
class A: pass
class B(A): pass
@f.register(A)
def _(x): return "A"
for v in (1, True, 1.5, [1], (1, 2), "s", B(), None): t(lambda: f(v) if not isinstance(v, str) else f(v))
t(lambda: f(1, y=2)); t(lambda: f()); t(lambda: f.__name__); t(lambda: f.__doc__); t(lambda: f.dispatch(bool) is _i);
from collections.abc import Sequence
@f.register(Sequence)
def _s(x, y=0): return "Seq"
t(lambda: f(range(3)))
@f.register(int | float)
def _n(x, y=0): return "num"
t(lambda: f(1.5))
