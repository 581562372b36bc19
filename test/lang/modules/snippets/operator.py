import operator
from operator import *
F = [operator][0]
def addr(t):
    out = ''
    parts = str(t).split('0x')
    for i, part in enumerate(parts):
        if i:
            part = '0x' + part.lstrip('0123456789abcdef')
        out += part
    return out
class A:
    def __init__(self, x): self.x = x; self.y = self
    def m(self, a, b=0): return (self.x, a, b)
    def __repr__(self): return f'A({self.x})'
    def __index__(self): return 7
    def __length_hint__(self): return 4
a = A(5)
print(itemgetter(1)([1,2]), itemgetter(0, -1)('abc'), itemgetter('k')({'k': 3}), itemgetter(slice(1, 3))([1,2,3]), attrgetter('x')(a), attrgetter('y.y.x', 'x')(a), methodcaller('m', 1, b=2)(a), methodcaller('upper')('abc'))
print(itemgetter(1), itemgetter(1, 'a'), attrgetter('x'), attrgetter('x', 'y.z'), methodcaller('m', 1, b=2), methodcaller('m'))
print(type(itemgetter(1)), type(attrgetter('x')), type(methodcaller('x')))
print(add(1,2), sub(5,3), mul('a', 3), truediv(7,2), floordiv(7,2), mod(-7,3), pow(2,10), neg(3), pos(-3), abs(-3), inv(5), invert(5), not_([]), truth([1]), is_(None, None), is_not(1, None), and_(6,3), or_(6,3), xor(6,3), lshift(1,4), rshift(16,2), index(a), concat([1],[2]), contains([1,2],2), countOf([1,2,1],1), indexOf([5,6],6), getitem([1,2],0), length_hint(a), length_hint([1]), length_hint(5, 3), length_hint(iter([1,2])) if 0 else '')
print(lt(1,2), le(2,2), eq(1,1.0), ne(1,2), gt(1,2), ge(2,2), is_none(None), is_not_none(None))
l = [1,2,3]; setitem(l, 0, 9); delitem(l, 1); print(l, iadd(l, [4]), l, iconcat(l, [5]), imul(2,3), isub(5,1), itruediv(1,2), ifloordiv(7,2), imod(7,4), ipow(2,3), iand(6,3), ior(6,1), ixor(6,2), ilshift(1,2), irshift(8,1))
print(call(max, 1, 5), call(sorted, [2,1], reverse=True))
print(operator.__add__ is add, operator.__not__(1), operator.__iconcat__([1], [2]), hasattr(operator, '__truth__'), hasattr(operator, '__lt__'))
print(add, addr(itemgetter))
print(sorted([(1,'b'),(2,'a')], key=itemgetter(1)), max([A(1), A(3)], key=attrgetter('x')), list(map(add, [1,2], [3,4])))
import functools
print(functools.reduce(mul, range(1, 6)), functools.reduce(or_, [1,2,4]))
for name, f in [('ig', lambda: F.itemgetter()), ('ag', lambda: F.attrgetter()), ('ag5', lambda: F.attrgetter(5)), ('mc', lambda: F.methodcaller()), ('mc5', lambda: F.methodcaller(5)), ('igc', lambda: F.itemgetter(1)()), ('igc2', lambda: F.itemgetter(1)(1, 2)), ('igx', lambda: F.itemgetter(5)([1])), ('agx', lambda: F.attrgetter('x.z')(a)), ('mcx', lambda: F.methodcaller('zz')(a)), ('mcc', lambda: F.methodcaller('m')()), ('add1', lambda: F.add(1)), ('addx', lambda: F.add(1, 'a')), ('concat', lambda: F.concat(1, 2)), ('indexOf', lambda: F.indexOf([1], 2)), ('index', lambda: F.index('a')), ('lh', lambda: F.length_hint(1, 'a')), ('lt', lambda: F.lt(1, 'a')), ('igkw', lambda: F.itemgetter(1)(obj=1)), ('igk', lambda: F.itemgetter(item=1)), ('countOf', lambda: F.countOf(5, 1)), ('contains', lambda: F.contains(5, 1)), ('iconcat', lambda: F.iconcat(1, 2)), ('setitem', lambda: F.setitem((), 0, 1)), ('call', lambda: F.call()), ('agc', lambda: F.attrgetter('x')()), ('iadd', lambda: F.iadd(1, 'a')), ('neg', lambda: F.neg('a')), ('getitem', lambda: F.getitem([1], 'a')), ('matmul', lambda: F.matmul(1, 2)), ('imatmul', lambda: F.imatmul(1,2)), ('igeq', lambda: F.itemgetter(1) == F.itemgetter(1))]:
    try: print(name, f())
    except Exception as e: print(name, '|', type(e).__name__, e)
