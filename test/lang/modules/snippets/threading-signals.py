from threading import BoundedSemaphore, Condition, Event, Lock, Semaphore
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
e = Event(); print(e.is_set(), e.wait(0), e.wait(timeout=0.5), e.set(), e.wait(), e.is_set(), repr(e).split()[-1], e.clear(), e.is_set(), repr(e).split()[-1])
c = Condition()
t(lambda: c.wait(1)); t(c.notify); t(c.notify_all); t(c.release)
with c: print(c.wait(0.1), c.wait_for(lambda: 5, 1), c.wait_for(lambda: 0, 0.1), c.notify(), c.notify_all())
own = Lock(); d = Condition(own)
with d as got: print(got, own.locked(), d.wait(0.01), own.locked())
print(own.locked(), d.acquire(), own.locked(), d.release())
s = Semaphore(2); print(s.acquire(), s.acquire(False), s.acquire(False), s.acquire(timeout=0.1), s.release(), s.release(2), s._value, repr(s).split(': ')[1])
t(lambda: Semaphore(-1)); t(lambda: s.release(0)); t(lambda: s.acquire(False, 1))
b = BoundedSemaphore(1); t(b.release); print(repr(b).split(': ')[1], isinstance(b, Semaphore))
with b as z: print(z, repr(b).split(': ')[1])
