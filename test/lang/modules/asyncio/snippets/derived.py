import asyncio, heapq, json, random
from datetime import date
class TracedLock(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name
    async def acquire(self):
        print('want', self.name)
        r = await super().acquire()
        print('got', self.name)
        return r
    def release(self):
        print('release', self.name)
        super().release()
class Uniq(asyncio.Queue):
    def _init(self, maxsize):
        print('init', maxsize)
        self._queue = {}
    def _put(self, item):
        self._queue[item] = None
    def _get(self):
        k = next(iter(self._queue))
        del self._queue[k]
        return k
class Top(asyncio.Queue):
    def _init(self, maxsize): self._queue = []
    def _put(self, item): heapq.heappush(self._queue, (-item, item))
    def _get(self): return heapq.heappop(self._queue)[1]
class Counting(asyncio.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self.puts = 0
    async def put(self, item):
        self.puts += 1
        await super().put(item)
    def _put(self, item):
        print('put', item)
        super()._put(item)
class PQ(asyncio.PriorityQueue):
    def peek(self): return self._queue[0]
class LQ(asyncio.LifoQueue): pass
class Ev(asyncio.Event):
    def toggle(self):
        self.clear() if self.is_set() else self.set()
class Lim(asyncio.Semaphore):
    def __init__(self, n):
        super().__init__(n)
        self.n = n
    @property
    def used(self): return self.n - self._value
class BS(asyncio.BoundedSemaphore): pass
class Cond(asyncio.Condition):
    async def wait_any(self):
        async with self:
            await self.wait()
            return 'woken'
async def worker(lock, i):
    async with lock as x:
        print('in', i, x)
        await asyncio.sleep(1)
async def main():
    l = TracedLock('A')
    await asyncio.gather(worker(l, 1), worker(l, 2))
    print(str(l)[:25], str(l)[-12:], l.locked(), type(l), isinstance(l, asyncio.Lock))
    u = Uniq(3)
    for x in 'abacd'[:4]: u.put_nowait(x)
    print(u.qsize(), u.full(), u.empty(), u._queue)
    try: u.put_nowait('z')
    except asyncio.QueueFull as e: print('full', repr(e))
    print([u.get_nowait() for _ in range(3)])
    t = Top()
    for x in (3, 9, 5): await t.put(x)
    print([await t.get() for _ in range(3)])
    c = Counting(1)
    async def cons():
        for _ in range(3):
            print('got', await c.get()); c.task_done()
    task = asyncio.create_task(cons())
    for i in range(3): await c.put(i)
    await c.join(); await task
    print(c.puts, c.maxsize, str(c))
    p = PQ()
    for x in (3, 1, 2): p.put_nowait(x)
    print(p.peek(), p.get_nowait(), str(p))
    q = LQ(); q.put_nowait(1); q.put_nowait(2); print(q.get_nowait(), str(q))
    e = Ev(); e.toggle(); print(e.is_set(), await e.wait()); e.toggle(); print(e.is_set(), repr(e)[-8:])
    s = Lim(2)
    async with s: print(s.used, s.locked(), repr(s)[-20:])
    b = BS(1)
    try: b.release()
    except ValueError as x: print(x)
    try: Lim(-1)
    except ValueError as x: print(x)
    cond = Cond()
    t = asyncio.create_task(cond.wait_any())
    await asyncio.sleep(0)
    async with cond: cond.notify()
    print(await t)
    cond2 = Cond(asyncio.Lock())
    try: Cond(1)
    except Exception as x: print(type(x).__name__, x)
    try: TracedLock()
    except TypeError as x: print(x)
    try: LQ(1, 2)
    except TypeError as x: print(x)
    m = asyncio.Queue(); m._put(1); print(m.qsize(), m._get())
asyncio.run(main())
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, date): return o.isoformat()
        return super().default(o)
print(json.dumps({'a': {3, 1}, 'd': date(2024, 1, 2)}, cls=Enc), Enc(indent=2).encode([1, {2}]), Enc().encode({}), json.JSONEncoder(sort_keys=True).encode({'b': 1, 'a': 2}))
try: json.dumps(object, cls=Enc)
except TypeError as e: print(e, e.__notes__ if hasattr(e, '__notes__') else None)
try: json.dumps([object])
except TypeError as e: print(e, e.__notes__ if hasattr(e, '__notes__') else None)
try: json.dumps(1, zzz=3)
except TypeError as e: print(e)
class R(random.Random):
    def dice(self, n=6): return self.randint(1, n)
    def __init__(self, seed, name='r'):
        super().__init__(seed); self.name = name
r = R(42)
print(r.dice(), r.random(), r.name, r.choice('abc'), isinstance(r, random.Random), random.Random(42).randint(1, 6))
class R2(random.Random): pass
print(R2(7).random(), R2(x=7).random())
