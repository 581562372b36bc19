import functools
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
class C:
    def f(self, a, b=1, *, c=2): return a, b, c
    g = functools.partialmethod(f, 9); h = functools.partialmethod(f, c=5)
    @classmethod
    def k(cls, x): return cls.__name__, x
    kk = functools.partialmethod(k, 3)
print(C().g(), C().g(7), C().h(1), C().h(1, c=0), C().kk()); t(lambda: functools.partialmethod(5))
