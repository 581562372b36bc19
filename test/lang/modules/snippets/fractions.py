from fractions import Fraction as F
from decimal import Decimal
import math, operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
for a in [0, 3, -6, 0.25, '3/4', ' -7/14 ', '0.125', '1e-3', '5', 'abc', '1/0', '', '1/ 2', Decimal('1.5'), F(1,2), None, True, float('nan'), float('inf'), '1_000/3', '.5', '5.']:
    t(lambda: F(a))
for a, b in [(1,2),(6,-4),(0,5),(1,0),(F(1,2),F(3,4)),(1.5,2),('1',2), (2, F(1,3))]: t(lambda: F(a, b))
for op in [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod, operator.eq, operator.lt, operator.ge]:
    for a in [F(1,2), F(4), 3, 0, 1.5, 'x', F(0)] + ([F(-7,3), -2] if op is not operator.pow else []):
        for b in [F(1,3), F(5,2), F(-2), 2, 0.5, F(0), 'y', -1]:
            if not (isinstance(a, F) or isinstance(b, F)): continue
            try: r = op(a, b)
            except Exception as e: print(op.__name__, a, b, type(e).__name__, e); continue
            if type(r).__name__ == 'complex': continue
            print(op.__name__, a, b, repr(r))
for a in [F(7,2), F(-7,2), F(5,2), F(1,3), F(22,7), F(0), F(10)]:
    print(a, repr(a), int(a), float(a), math.floor(a), math.ceil(a), math.trunc(a), round(a), round(a, 1), round(a, -1), abs(a), -a, +a, bool(a), a.numerator, a.denominator, a.as_integer_ratio(), a.limit_denominator(5), a.is_integer(), f"{a:.3f} {a:>10.2f} {a:.1%} {a:08.2f}")
print(F(3.14159).limit_denominator(100), F('0.1') + F('0.2') == F('0.3'), sum([F(1,3)]*3), max(F(1,2), F(2,3)), sorted([F(3,4), 0.5, 1]), {F(1,2): 1}[0.5], {2: 'x'}[F(4,2)], hash(F(3)) == hash(3), F(1,2) == Decimal('0.5'), F.from_float(0.5), isinstance(F(1), F), type(F(1)))
