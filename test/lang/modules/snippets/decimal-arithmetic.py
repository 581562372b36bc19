from decimal import *
import decimal, math
import operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = Decimal
vals = ['1','2','3','0','-0','0.1','1.10','-7.25','1E+5','1E-5','123.456','99999999999999999999999999999','NaN','Infinity','-Infinity','1e999999','0.3333333333333333333333333333','7']
for op in [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod]:
    for a in vals:
        for b in vals:
            if op is operator.pow and (abs(D(b).adjusted()) > 3 or abs(D(a).adjusted())>100): continue
            try: print(op.__name__, a, b, op(D(a), D(b)))
            except Exception as e: print(op.__name__, a, b, type(e).__name__, e)
