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
for a in vals:
    d = D(a)
    print(a, repr(-d) if not d.is_nan() else 0, repr(+d), repr(abs(d)), bool(d), d.as_tuple(), d.adjusted(), d.is_finite(), d.is_zero(), d.is_signed(), d.number_class(), d.to_eng_string())
    for f in [int, float, round, math.floor, math.ceil, math.trunc, D.sqrt, D.ln, D.log10, D.exp, D.normalize, D.to_integral_value, D.as_integer_ratio, D.to_integral_exact]:
        if a == '1e999999' and f not in (D.sqrt, D.ln, D.log10, D.normalize): continue
        t(lambda: f(d))
    for n in (0, 1, 2, -1, 5): t(lambda: round(d, n))
