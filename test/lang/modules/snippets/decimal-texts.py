from decimal import *
import decimal, math
import operator
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = Decimal
for s in ['0','1','-1.5','1E+5','1e-7','0.000001','0.0000001','123456789012345678901234567890','NaN','sNaN12','-Infinity','inf',' 1_000.50 ','.5','5.','1e5','-0','-0.00','0e10','0E-10','1.10','abc','','1.2.3','1e','--1','١٢','1E1000000']:
    t(lambda: D(s))
for v in [0.1, 1.5, -0.0, float('nan'), float('inf'), 10**30, True, (0,(1,2,3),-2), (1,(4,),'F'), (0,(),'n'), [0,[1],2], None, (2,(1,),0), (0,(1,)), D(5), 1e-10, "1"]:
    t(lambda: D(v))
