from decimal import *
import decimal, math
import operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = Decimal
print(getcontext()); getcontext().prec = 6; print(D(1)/D(3), getcontext().prec, D(2).sqrt(), D('1.23456789') + 0, D('1.23456789'))
with localcontext() as ctx:
    ctx.prec = 3; ctx.rounding = ROUND_UP; print(D(1)/3, D(2)/3, ctx)
with localcontext(prec=10) as c2: print(D(1)/7)
with localcontext(Context(prec=4)): print(D(1)/7)
print(D(1)/7); getcontext().prec = 28
c = Context(prec=5, rounding=ROUND_HALF_UP, traps=[]); print(c, c.divide(D(1), D(0)), c.flags[DivisionByZero], c.create_decimal('1.234567'), c.sqrt(D(2)), c); c.clear_flags(); print(c.flags[Inexact])
t(lambda: setattr(getcontext(), 'prec', 0)); t(lambda: setattr(getcontext(), 'rounding', 'x')); t(lambda: setattr(getcontext(), 'foo', 1)); t(lambda: Context(prec='x')); t(lambda: getcontext().traps[int])
print(ROUND_HALF_EVEN, InvalidOperation, issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), DecimalException.__mro__, Overflow.__mro__, decimal.Decimal, FloatOperation.__mro__)
print(D('1.5').copy_sign(D(-1)), D('-3').copy_abs(), D(3).copy_negate(), D('1.00').same_quantum(D('2.11')), D(5).scaleb(2), D(2).fma(3, 4), D.from_float(0.1), D('3.14').real, D('12.50').normalize(), D('1200').normalize(), D('0.00').normalize(), D('7').logb() , f"{D('3.14159'):.2f} {D(5)!r}")
with localcontext() as cc:
    cc.traps[Inexact] = True
    t(lambda: D(1)/3)
with localcontext(traps=[]): print(D('abc'), D(1)/0, D(0)/0)
print(D('123').as_tuple().digits, D('-1.5').as_tuple().sign, isinstance(D(1), D), type(D(1)), D(1).__class__.__name__)
t(lambda: int(D('NaN'))); t(lambda: round(D('Infinity'))); t(lambda: D('1')(2))
print(str(D('1.50') * 3), D('19.99') * 3, D('100.00') * D('0.07'), (D('100.00') * D('0.0725')).quantize(D('.01')), D('10') / D('4'), D(10) / 5, D(7) // 2, D(-7) // 2, D(-7) % 3, D('1e3'), D(1000), D('0.1') + D('0.2'))
