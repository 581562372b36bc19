"""Queues: order, waiting, barging, cancellation, join and shutdown."""
import asyncio
from asyncio import CancelledError


async def getter(log, q, name):
    try: log(f'{name} got {await q.get()}')
    except CancelledError: log(f'{name} cancelled')
    except asyncio.QueueShutDown as e: log(f'{name} {e!r}')


async def putter(log, q, item):
    try:
        await q.put(item)
        log(f'put {item}')
    except CancelledError: log(f'{item} cancelled')
    except asyncio.QueueShutDown as e: log(f'{item} {e!r}')


async def q01_a_bounded_queue(log):
    q = asyncio.Queue(2)
    async def produce():
        for i in range(5): await putter(log, q, i)
    async def consume():
        for _ in range(5):
            await getter(log, q, 'c')
            await asyncio.sleep(1)
    await asyncio.gather(produce(), consume())


async def q02_getters_in_order_of_arrival(log):
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(log, q, i)) for i in range(3)]
    await asyncio.sleep(0)
    for i in 'abc': q.put_nowait(i)
    await asyncio.wait(ts)


async def q03_a_running_task_barges(log):
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(log, q, i)) for i in range(2)]
    await asyncio.sleep(0)
    q.put_nowait('a')
    log(q.get_nowait())
    q.put_nowait('b')
    await asyncio.sleep(1)
    q.put_nowait('c')
    await asyncio.wait(ts)


async def q04_a_cancelled_get_loses_no_item(log):
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(log, q, i)) for i in range(2)]
    await asyncio.sleep(0)
    q.put_nowait('a')
    ts[0].cancel()
    await asyncio.wait(ts)
    log(q.qsize())


async def q05_a_cancelled_put(log):
    q = asyncio.Queue(1)
    q.put_nowait(0)
    ts = [asyncio.create_task(putter(log, q, i)) for i in (1, 2)]
    await asyncio.sleep(0)
    log(q.get_nowait())
    ts[0].cancel()
    await asyncio.wait(ts)
    log(q.get_nowait())


async def q06_refusals(log):
    q = asyncio.Queue(1)
    for act in (q.get_nowait, q.task_done, lambda: q.put_nowait(1), lambda: q.put_nowait(2)):
        try: log(act())
        except Exception as e: log(repr(e))
    log(f'{q.qsize()} {q.empty()} {q.full()} {q.maxsize}')


async def q07_join(log):
    q = asyncio.Queue()
    await q.join()
    log('nothing to wait for')
    for i in range(2): q.put_nowait(i)
    async def work():
        while True:
            await q.get()
            await asyncio.sleep(1)
            q.task_done()
    ts = [asyncio.create_task(work())]
    await asyncio.gather(q.join(), q.join())
    log('joined')


async def q08_shutdown_lets_the_rest_be_taken(log):
    q = asyncio.Queue(2)
    q.put_nowait('a')
    q.put_nowait('b')
    ts = [asyncio.create_task(putter(log, q, 'c'))]
    await asyncio.sleep(0)
    q.shutdown()
    for _ in range(3): await getter(log, q, 'main')
    await putter(log, q, 'd')
    await asyncio.wait(ts)
    for act in (q.get_nowait, lambda: q.put_nowait(1)):
        try: act()
        except asyncio.QueueShutDown as e: log(repr(e))


async def q09_shutdown_immediate_drops_the_rest(log):
    q = asyncio.Queue()
    for i in range(3): q.put_nowait(i)
    q.get_nowait()
    async def join():
        await q.join()
        log('joined')
    t = asyncio.create_task(join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await getter(log, q, 'main')
    log(t.done())
    q.task_done()
    await t


async def q10_shutdown_wakes_all_getters(log):
    q = asyncio.Queue()
    ts = [asyncio.create_task(getter(log, q, i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    q.shutdown()
    await asyncio.wait(ts)


async def q11_lifo(log):
    q = asyncio.LifoQueue()
    for i in range(3): q.put_nowait(i)
    log([q.get_nowait() for _ in range(3)])


async def q12_priority_with_equal_keys(log):
    class Item:
        def __init__(self, key, name): self.key, self.name = key, name
        def __lt__(self, other): return self.key < other.key
    q = asyncio.PriorityQueue()
    for i, key in enumerate((2, 1, 1, 2, 1, 1, 2)): q.put_nowait(Item(key, i))
    log([q.get_nowait().name for _ in range(7)])


async def q13_priority_order(log):
    q = asyncio.PriorityQueue()
    for i in (5, 1, 4, 1, 3): await q.put(i)
    log([await q.get() for _ in range(5)])


async def q14_a_woken_getter_queues_again_at_the_tail(log):
    q = asyncio.Queue()
    first = asyncio.create_task(getter(log, q, 'first'))
    await asyncio.sleep(0)
    q.put_nowait('a')
    log(q.get_nowait())
    second = asyncio.create_task(getter(log, q, 'second'))
    await asyncio.sleep(1)
    q.put_nowait('b')
    await asyncio.sleep(1)
    q.put_nowait('c')
    await asyncio.wait([first, second])
