from decimal import *
import decimal, math
import operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = Decimal
for spec in ['', '.2f', ',.2f', '10.3f', '<10', '>10.1f', '^12', '+', '+.1f', ' ', '010.2f', '.3e', 'E', '.0f', '%', '.1%', ',', 'g', '.3g', '.10g', '*^15.2f', '08', 'n', '.2', '=+10', '015,.2f', 'f', 'e']:
    for a in ['1234567.891', '-0.5', '0', '1E+10', '1E-10', '2.675', 'NaN', '-Infinity', '0.00', '100']:
        try: print(repr(spec), a, format(D(a), spec))
        except Exception as e: print(repr(spec), a, type(e).__name__, e)
