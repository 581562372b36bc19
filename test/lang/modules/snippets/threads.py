import asyncio, threading, time, queue
from concurrent.futures import ThreadPoolExecutor
lock = threading.Lock()
counter = 0
def work(i):
    global counter
    with lock:
        c = counter
        time.sleep(0.1)
        counter = c + 1
    return threading.current_thread().name
def producer(q, n):
    for i in range(n):
        q.put(i)
        time.sleep(0.05)
    q.put(None)
def consumer(q, out):
    while True:
        x = q.get()
        if x is None: break
        out.append(x)
ev = threading.Event()
def waiter(name):
    ok = ev.wait(timeout=0.2)
    print(name, "waited", ok)
    ok = ev.wait()
    print(name, "again", ok)
    return name
async def main():
    names = await asyncio.gather(*[asyncio.to_thread(work, i) for i in range(3)])
    print(counter, names)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2, thread_name_prefix="pool") as ex:
        r = await asyncio.gather(*[loop.run_in_executor(ex, work, i) for i in range(3)])
        print(r)
    q = queue.Queue(maxsize=2); out = []
    t1 = threading.Thread(target=producer, args=(q, 5)); t2 = threading.Thread(target=consumer, args=(q, out), name="cons")
    t1.start(); t2.start()
    while t2.is_alive():
        await asyncio.sleep(0.01)
    t1.join(); t2.join(); print(out, t2.name)
    f = asyncio.create_task(asyncio.to_thread(waiter, "w"))
    await asyncio.sleep(0.5)
    ev.set()
    print(await f)
    done = asyncio.Event()
    def cb(v):
        loop.call_soon_threadsafe(done.set)
    th = threading.Thread(target=cb, kwargs={"v": 1}, daemon=True); th.start()
    await done.wait(); print("done", th.daemon)
    async def co(x):
        await asyncio.sleep(0.1); return x * 2
    res = []
    def caller():
        fut = asyncio.run_coroutine_threadsafe(co(21), loop)
        res.append(fut.result())
        res.append(fut.result(timeout=1))
    th = threading.Thread(target=caller); th.start()
    while th.is_alive(): await asyncio.sleep(0.01)
    print(res)
    cond = threading.Condition(); items = []
    def c1():
        with cond:
            while not items: cond.wait()
            print("got", items.pop())
    def c2():
        with cond:
            print(cond.wait_for(lambda: len(items) > 5, timeout=0.2))
    a = threading.Thread(target=c1); b = threading.Thread(target=c2)
    a.start(); b.start()
    with cond: items.append(1); cond.notify()
    await asyncio.sleep(0.3)
    sem = threading.Semaphore(1); log = []
    def s(i):
        with sem:
            log.append(("in", i)); time.sleep(0.05); log.append(("out", i))
    await asyncio.gather(*[asyncio.to_thread(s, i) for i in range(3)])
    print(log)
    tm = threading.Timer(0.1, print, args=("timer",)); tm.start(); tm2 = threading.Timer(5, print, args=("never",)); tm2.start(); tm2.cancel()
    await asyncio.sleep(0.2)
    tl = threading.local()
    def loc(i):
        tl.v = i; time.sleep(0.01); return tl.v, hasattr(tl, 'w')
    tl.w = 1
    print(await asyncio.gather(*[asyncio.to_thread(loc, i) for i in range(3)]))
    class W(threading.Thread):
        def __init__(self, n):
            super().__init__(name=f"W{n}"); self.n = n; self.result = None
        def run(self):
            time.sleep(0.05); self.result = self.n * 2
    ws = [W(i) for i in range(3)]
    for w in ws: w.start()
    for w in ws: w.join()
    print([w.result for w in ws], [t.name for t in threading.enumerate() if not t.name.startswith("asyncio")])
asyncio.run(main())
def tail():
    time.sleep(0.2); print("tail")
threading.Thread(target=tail).start()
def dm():
    while True: time.sleep(0.01)
threading.Thread(target=dm, daemon=True).start()
print("end")
