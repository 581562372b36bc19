from decimal import *
import decimal, math
import operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = Decimal
for r in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(r, [str(D(x).quantize(D('0.01'), rounding=r)) for x in ('1.005','1.015','-1.005','2.675','1.001','1.0099','-1.055', '1.0500')], [str(D(x).to_integral_value(r)) for x in ('2.5','3.5','-2.5','2.4','2.6')])
t(lambda: D(1)/0); t(lambda: D(0)/0); t(lambda: D(1)//0); t(lambda: D(1)%0); t(lambda: divmod(D(1),0)); t(lambda: divmod(D(0),0)); t(lambda: D('Infinity') - D('Infinity')); t(lambda: D(-1).sqrt()); t(lambda: D('1e500000') * D('1e500000')); t(lambda: D('1e-600000') * D('1e-600000')); t(lambda: D(0)**0); t(lambda: D(-2)**D('0.5')); t(lambda: D(0).ln()); t(lambda: D(-1).ln()); t(lambda: D('1e28') // 3 ); t(lambda: D('1e29')//3)
