import threading
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
m = threading.current_thread(); print(m.name, m is threading.main_thread(), m.daemon, m.is_alive(), threading.active_count(), [x.name for x in threading.enumerate()], threading.get_ident() == m.ident)
t(m.join); t(m.start)
th = threading.Thread(target=print, args=(1,)); print(th.name, th.daemon, th.is_alive(), th); t(th.join)
th = threading.Thread(target=t, name="w", daemon=True); print(th)
th.name = "zz"; th.daemon = False; print(th.name, th.ident, th)
t(lambda: threading.Thread(5))
class W(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"W{n}")
        self.n = n
    def run(self): pass
print(W(3), W(4).n, isinstance(W(1), threading.Thread))
print(threading.Thread().name, threading.Thread(target=lambda: 1).name, threading.ThreadError)
class Bare(threading.Thread):
    def __init__(self): pass
t(lambda: Bare().start())
d = threading.local(); d.x = 1; print(d.x, hasattr(d, 'y'), d.__dict__); t(lambda: d.y)
class L(threading.local):
    n = 3
    def __init__(self, a): self.a = a
q = L(5); print(q.a, q.n); q.a += 1; print(q.a, vars(q))
