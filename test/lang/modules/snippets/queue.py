import queue
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
Q = queue.Queue(2); print(Q.empty(), Q.full(), Q.qsize(), Q.put(1), Q.put_nowait(2), Q.full(), Q.qsize(), Q.maxsize, Q.queue, Q.unfinished_tasks)
t(lambda: Q.put_nowait(3)); t(lambda: Q.put(3, timeout=0.1)); t(lambda: Q.put(3, False)); t(lambda: Q.put(1, timeout=-1))
print(Q.get(), Q.get_nowait()); t(Q.get_nowait); t(lambda: Q.get(timeout=0.1)); t(lambda: Q.get(block=False)); t(lambda: Q.get(timeout=-1))
print(Q.task_done(), Q.task_done()); t(Q.task_done); Q.join()
P = queue.PriorityQueue(); [P.put(x) for x in (3,1,2)]; print([P.get() for _ in range(3)], P.queue, isinstance(P, queue.Queue))
L = queue.LifoQueue(); [L.put(x) for x in (3,1,2)]; print(L.queue, [L.get() for _ in range(3)])
S = queue.SimpleQueue(); S.put(1); S.put_nowait(2); print(S.qsize(), S.get(), S.get_nowait(), S.empty()); t(S.get_nowait); t(lambda: S.get(timeout=0.1)); t(lambda: S.get(timeout=-1))
Q.put(1); Q.shutdown(); t(lambda: Q.put(1)); print(Q.get()); t(Q.get); print(Q.is_shutdown)
Q = queue.Queue(); Q.put(1); Q.put(2); Q.shutdown(immediate=True); t(Q.get); Q.join(); print(Q.unfinished_tasks)
class Unique(queue.Queue):
    def _init(self, m): self.queue = set()
    def _put(self, x): self.queue.add(x)
    def _get(self): return self.queue.pop()
mq = Unique(); mq.put(1); mq.put(1); print(mq.qsize(), mq.get(), mq.empty())
try: queue.Queue().get_nowait()
except queue.Empty as e: print(repr(e), e.args)
print(queue.Empty, queue.Full, queue.ShutDown)
