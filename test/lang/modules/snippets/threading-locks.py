import threading
from threading import Lock, RLock
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
l = Lock()
print(l.locked(), l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l.locked(), repr(l).split(' at ')[0])
t(l.release); t(lambda: l.acquire(False, 5)); t(lambda: l.acquire(timeout=-5)); t(lambda: l.acquire(1, 2, 3))
with l as x: print(x, l.locked(), repr(l).split(' at ')[0])
print(type(l), Lock, isinstance(l, type(l)))
r = RLock(); print(r.acquire(), r.acquire(), r.release(), r.release(), repr(r).split(' at ')[0]); t(r.release)
with r:
    with r: print("re")
try:
    class Mine(Lock): pass
except TypeError as e: print(e)
