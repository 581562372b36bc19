from decimal import *
import decimal, math
import operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = Decimal
t(lambda: D('1e30').quantize(D('0.01'))); t(lambda: D(1).quantize('0.01')); t(lambda: D(1).quantize(D('0.01'), 'FOO')); t(lambda: D(1) + 1.5); t(lambda: 1.5 * D(2)); t(lambda: D(1) + 'x'); t(lambda: D(1) + 2); t(lambda: 2 - D('0.5')); t(lambda: 3 / D(7)); t(lambda: 2 ** D(3)); t(lambda: pow(D(2), 3))
print(D('0.1') == 0.1, D('0.5') == 0.5, D(1) == 1, D(1) == True, D('1.0') == D('1.00'), D('NaN') == D('NaN'), D(2) > 1, D(2) < 2.5, 1 < D(2), D('1') != 'x', D(3) in [3], {D('1.0'): 1}[1], {1: 'a'}[D(1)], {0.5: 2}[D('0.5')], hash(D('1.5')) == hash(1.5), hash(D(10)**20) == hash(10**20))
t(lambda: D('NaN') < 1); t(lambda: D(1) < 'x'); t(lambda: D('sNaN') == 1)
print(sorted([D(3), D('1.5'), 2]), sum([D('0.1')] * 3), max(D(1), D(2)), min([D(3), 2]), D('3').max(D('5')), D(3).min(2), D('2.5').compare(D(3)))
