"""Random programs: a small language of lists, run here on asyncio and in TypeScript on ours.

A program is a list of operations, `[word, argument …]`; see `perform`. Tasks are t1, t2 …; a task
awaits only tasks with greater numbers than its own, so that no circle of awaits comes up.
"""
import asyncio
import random

PROGRAMS = 120


def show(error):
    cause = f' from {error.__cause__!r}' if error.__cause__ is not None else ''
    return f'{error!r}{cause}'


class World:
    def __init__(self, log):
        self.log = log
        self.loop = asyncio.get_running_loop()
        self.tasks = {}
        self.futures = [self.loop.create_future() for _ in range(3)]
        self.locks = [asyncio.Lock() for _ in range(2)]
        self.semaphores = [asyncio.Semaphore(1), asyncio.Semaphore(2)]
        self.events = [asyncio.Event() for _ in range(2)]
        self.conditions = [asyncio.Condition() for _ in range(2)]
        self.queues = [asyncio.Queue(1), asyncio.LifoQueue(2), asyncio.PriorityQueue()]


ERRORS = {
    'value': lambda text: ValueError(text),
    'key': lambda text: KeyError(text),
    'cancelled': lambda text: asyncio.CancelledError(text),
    'timeout': lambda text: TimeoutError(text),
    'interrupt': lambda text: KeyboardInterrupt(text),
    'exit': lambda text: SystemExit(text),
}
CAUGHT = {
    'cancelled': asyncio.CancelledError, 'timeout': TimeoutError, 'error': Exception,
    'all': BaseException,
}


async def run(world, body, scope):
    for operation in body:
        ended = await perform(world, operation, scope)
        if ended is not None:
            return ended


async def body_of(world, body, scope):
    ended = await run(world, body, scope)
    return None if ended is None else ended[0]


def act(world, operation, scope):
    """An operation that does not wait; also what callbacks do. What it refuses is logged."""
    if operation[0] == 'raise': raise ERRORS[operation[1]](operation[2])
    try:
        return effect(world, operation, scope)
    except Exception as error:
        world.log(f'refused {error!r}')
        return True


def effect(world, operation, scope):
    word, *rest = operation
    log = world.log
    current = asyncio.current_task() if word in ('uncancel', 'cancelling') else None
    if word == 'log': log(rest[0])
    elif word == 'cancel':
        task = world.tasks.get(rest[0])
        if task is None: log(f'no {rest[0]}')
        else: log(f'cancel {rest[0]} {task.cancel(rest[1])} {task.cancelling()}')
    elif word == 'uncancel': log(f'left {current and current.uncancel()}')
    elif word == 'cancelling': log(f'count {current and current.cancelling()}')
    elif word == 'state':
        task = world.tasks.get(rest[0])
        if task is None: log(f'no {rest[0]}')
        else: log(f'{rest[0]} {task.done()} {task.cancelled()} {task.cancelling()}')
    elif word == 'set_result': world.futures[rest[0]].set_result(rest[1])
    elif word == 'set_exception': world.futures[rest[0]].set_exception(ERRORS[rest[1]]('f'))
    elif word == 'cancel_future': log(f'{world.futures[rest[0]].cancel(rest[1])}')
    elif word == 'event_set': world.events[rest[0]].set()
    elif word == 'event_clear': world.events[rest[0]].clear()
    elif word == 'lock_release': world.locks[rest[0]].release()
    elif word == 'semaphore_release': world.semaphores[rest[0]].release()
    elif word == 'notify': world.conditions[rest[0]].notify(rest[1])
    elif word == 'notify_all': world.conditions[rest[0]].notify_all()
    elif word == 'put_nowait': world.queues[rest[0]].put_nowait(rest[1])
    elif word == 'get_nowait': log(f'got {world.queues[rest[0]].get_nowait()}')
    elif word == 'task_done': world.queues[rest[0]].task_done()
    elif word == 'shutdown': world.queues[rest[0]].shutdown(rest[1])
    elif word == 'locked':
        log(f'{[each.locked() for each in world.locks + world.semaphores + world.conditions]}')
    elif word == 'sizes': log(f'{[each.qsize() for each in world.queues]}')
    elif word == 'soon': world.loop.call_soon(act_all, world, rest[0], scope)
    elif word == 'later': world.loop.call_later(rest[0], act_all, world, rest[1], scope)
    elif word == 'handle':
        handle = world.loop.call_later(rest[0], act_all, world, rest[1], scope)
        world.loop.call_later(rest[2], handle.cancel)
    elif word == 'callback':
        task = world.tasks.get(rest[0])
        if task is not None: task.add_done_callback(lambda _: act_all(world, rest[1], scope))
    elif word == 'future_callback':
        world.futures[rest[0]].add_done_callback(lambda _: act_all(world, rest[1], scope))
    elif word == 'spawn' or word == 'spawn_eager':
        options = {'eager_start': True} if word == 'spawn_eager' else {}
        coroutine = body_of(world, rest[1], scope)
        world.tasks[rest[0]] = world.loop.create_task(coroutine, **options)
    elif word == 'group_spawn':
        if scope[1] is None: log('no group')
        else: world.tasks[rest[0]] = scope[1].create_task(body_of(world, rest[1], scope))
    elif word == 'reschedule':
        if scope[0] is None: log('no timeout')
        else: scope[0].reschedule(None if rest[0] is None else world.loop.time() + rest[0])
    elif word == 'expired': log(f'{scope[0] and scope[0].expired()}')
    elif word == 'all_tasks':
        numbers = [int(task.get_name()[5:]) for task in asyncio.all_tasks()]
        log(f'alive {sorted(numbers)}')
    else: return False
    return True


def act_all(world, operations, scope):
    for operation in operations:
        act(world, operation, scope)


def operand(world, spec, scope):
    """What an operand stands for; None for a task that does not exist yet."""
    word, *rest = spec
    if word == 'coroutine': return body_of(world, rest[0], scope)
    if word == 'task': return world.tasks.get(rest[0])
    if word == 'future': return world.futures[rest[0]]
    inner = operands(world, rest[0], scope)
    if word == 'gather': return asyncio.gather(*inner, return_exceptions=rest[1])
    return asyncio.shield(inner[0]) if inner else None


def operands(world, specs, scope):
    found = [operand(world, spec, scope) for spec in specs]
    return [each for each in found if each is not None]


def name_of(world, future):
    for i, each in enumerate(world.futures):
        if each is future: return f'f{i}'
    return future.get_name() if isinstance(future, asyncio.Task) else 'future'


async def perform(world, operation, scope):
    if act(world, operation, scope): return None
    word, *rest = operation
    log = world.log
    if word == 'sleep': await asyncio.sleep(rest[0])
    elif word == 'return': return (rest[0],)
    elif word == 'await':
        awaited = operand(world, rest[0], scope)
        if awaited is not None: log(f'value {await awaited!r}')
    elif word == 'try': return await attempt(world, rest, scope)
    elif word == 'repeat':
        for _ in range(rest[0]):
            ended = await run(world, rest[1], scope)
            if ended is not None: return ended
    elif word == 'timeout':
        async with asyncio.timeout(rest[0]) as timeout:
            ended = await run(world, rest[1], (timeout, scope[1]))
        log(f'left timeout {timeout.expired()}')
        return ended
    elif word == 'group':
        async with asyncio.TaskGroup() as group:
            ended = await run(world, rest[0], (scope[0], group))
        log('left group')
        return ended
    elif word in ('lock', 'semaphore', 'condition'):
        kind = {'lock': world.locks, 'semaphore': world.semaphores, 'condition': world.conditions}
        async with kind[word][rest[0]]:
            return await run(world, rest[1], scope)
    elif word == 'acquire': log(f'acquired {await world.locks[rest[0]].acquire()}')
    elif word == 'semaphore_acquire': await world.semaphores[rest[0]].acquire()
    elif word == 'event_wait': log(f'event {await world.events[rest[0]].wait()}')
    elif word == 'condition_wait': log(f'notified {await world.conditions[rest[0]].wait()}')
    elif word == 'condition_wait_for':
        log(f'true {await world.conditions[rest[0]].wait_for(world.events[rest[1]].is_set)}')
    elif word == 'put': await world.queues[rest[0]].put(rest[1])
    elif word == 'get': log(f'got {await world.queues[rest[0]].get()}')
    elif word == 'join': await world.queues[rest[0]].join()
    else: await combine(world, word, rest, scope)
    return None


async def combine(world, word, rest, scope):
    log = world.log
    if word == 'gather':
        values = await asyncio.gather(*operands(world, rest[0], scope), return_exceptions=rest[1])
        log(f'gathered {values!r}')
    elif word == 'wait':
        futures = operands(world, rest[0], scope)
        if not futures: return
        done, pending = await asyncio.wait(futures, timeout=rest[1], return_when=rest[2])
        names = [' '.join(name_of(world, each) for each in group) for group in (done, pending)]
        log(f'done {names[0]} pending {names[1]}')
    elif word == 'wait_for':
        awaited = operand(world, rest[0], scope)
        if awaited is not None: log(f'in time {await asyncio.wait_for(awaited, rest[1])!r}')
    elif word == 'as_completed':
        for coroutine in asyncio.as_completed(operands(world, rest[0], scope), timeout=rest[1]):
            try: log(f'next {await coroutine!r}')
            except (ValueError, KeyError) as error: log(f'next {show(error)}')
    elif word == 'as_completed_async':
        async for each in asyncio.as_completed(operands(world, rest[0], scope), timeout=rest[1]):
            log(f'next {name_of(world, each)} {each.cancelled()}')
    else:
        raise AssertionError(word)


async def attempt(world, rest, scope):
    body, caught, handler, final, reraise = rest
    try:
        ended = await run(world, body, scope)
    except CAUGHT[caught] as error:
        world.log(f'caught {show(error)}')
        ended = await run(world, handler, scope)
        if reraise: raise
    finally:
        await run(world, final, scope)
    return ended


class Author:
    """Writes a program from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.tasks = 0
        self.left = 0
        self.words = 0

    def one(self, options):
        return self.random.choice(options)

    def delay(self):
        return self.one((0, 0, -1, 0.5, 1, 1, 1, 2, 3, 0.1, 0.3, 1e-12))

    def name(self, level=0):
        """A task with a greater number than `level`, more often than not one that exists."""
        return f't{self.random.randint(level + 1, max(self.tasks, level) + 1)}'

    def any_task(self):
        return f't{self.random.randint(1, max(self.tasks, 1))}'

    def text(self):
        self.words += 1
        return f'w{self.words}'

    def program(self):
        """A few tasks that guard most of their operations, and a main that meddles with them."""
        main = []
        for _ in range(self.random.randint(1, 5)):
            self.tasks += 1
            number = self.tasks
            self.left = self.random.choice((6, 12, 25, 40))
            body = self.guarded(number, self.random.randint(2, 7))
            main.append(['spawn', f't{number}', body])
        self.left = self.random.choice((6, 12, 25, 40))
        main += self.guarded(0, self.random.randint(1, 6))
        return [*main, ['sleep', self.one((0, 2, 9))]]

    def guarded(self, level, count):
        body = self.body(level, 1, count)
        return [self.guard(each, level) if self.random.random() < 0.6 else each for each in body]

    def guard(self, operation, level):
        handler = [self.action(level, 3)] if self.random.random() < 0.5 else []
        return ['try', [operation], self.one(('all', 'all', 'error')), handler, [], False]

    def body(self, level, depth, length=None):
        count = self.random.randint(1, 4) if length is None else length
        return [self.operation(level, depth) for _ in range(count)]

    def operation(self, level, depth):
        self.left -= 1
        pick = self.random.random()
        if self.left < 0 or depth > 5 or pick < 0.3: return self.action(level, depth)
        if pick < 0.5: return ['sleep', self.delay()]
        return self.waiting(level, depth + 1)

    def callbacks(self):
        return [self.effect() for _ in range(self.random.randint(1, 3))]

    def message(self):
        return self.one((None, None, 'm', 'n'))

    def effect(self):
        """An action that callbacks may do as well."""
        number = self.random.randint(0, 1)
        queue = self.random.randint(0, 2)
        choices = [
            ['log', self.text()], ['cancel', self.any_task(), self.message()],
            ['cancel', self.any_task(), self.message()], ['state', self.any_task()],
            ['set_result', self.random.randint(0, 2), self.random.randint(0, 9)],
            ['set_exception', self.random.randint(0, 2), self.one(('value', 'key', 'cancelled'))],
            ['cancel_future', self.random.randint(0, 2), self.message()],
            ['event_set', number], ['event_clear', number], ['lock_release', number],
            ['semaphore_release', number], ['notify', number, self.random.randint(1, 2)],
            ['notify_all', number], ['put_nowait', queue, self.random.randint(0, 9)],
            ['get_nowait', queue], ['task_done', queue], ['locked'], ['sizes'],
            ['reschedule', self.one((None, 0, 0.5, 1, 2))], ['expired'],
            ['uncancel'], ['cancelling'],
        ]
        if self.random.random() < 0.1: return ['shutdown', queue, self.random.random() < 0.5]
        return self.one(choices)

    def action(self, level, depth):
        pick = self.random.random()
        if pick < 0.45 and self.tasks < 9 and self.left > 0:
            self.tasks += 1
            name, number = f't{self.tasks}', self.tasks
            word = self.one(('spawn', 'spawn', 'spawn', 'spawn_eager', 'group_spawn'))
            return [word, name, self.body(number, depth + 1)]
        if pick < 0.52: return ['soon', self.callbacks()]
        if pick < 0.62: return ['later', self.delay(), self.callbacks()]
        if pick < 0.65: return ['handle', self.delay(), self.callbacks(), self.delay()]
        if pick < 0.70: return ['callback', self.any_task(), self.callbacks()]
        if pick < 0.73: return ['future_callback', self.random.randint(0, 2), self.callbacks()]
        if pick < 0.76: return ['all_tasks']
        if pick < 0.80: return ['return', self.random.randint(0, 99)]
        if pick < 0.85:
            errors = tuple(ERRORS) if self.random.random() < 0.05 else ('value', 'key', 'cancelled')
            return ['raise', self.one(errors), self.text()]
        return self.effect()

    def operand(self, level, depth):
        pick = self.random.random()
        if pick < 0.45: return ['coroutine', self.body(level, depth + 1)]
        if pick < 0.75: return ['task', self.name(level)]
        if pick < 0.85: return ['future', self.random.randint(0, 2)]
        if pick < 0.93: return ['shield', [self.operand(level, depth + 1)]]
        return ['gather', self.operands(level, depth + 1), self.random.random() < 0.4]

    def operands(self, level, depth):
        return [self.operand(level, depth) for _ in range(self.random.randint(1, 3))]

    def timeout(self):
        return self.one((None, 0, -1, 0.5, 1, 1, 2))

    def waiting(self, level, depth):
        number = self.random.randint(0, 1)
        queue = self.random.randint(0, 2)
        body = lambda: self.body(level, depth)  # noqa: E731
        futures = [each for each in self.operands(level, depth) if each[0] != 'coroutine']
        word = self.one((
            'await', 'await', 'try', 'try', 'try', 'repeat', 'timeout', 'timeout', 'group', 'group',
            'lock', 'semaphore', 'condition', 'acquire', 'semaphore_acquire', 'event_wait', 'in',
            'condition_wait_for', 'put', 'get', 'join', 'gather', 'gather', 'wait', 'wait_for',
            'wait_for', 'as_completed', 'as_completed_async',
        ))
        if word == 'await': return [word, self.operand(level, depth)]
        if word == 'try':
            final = self.body(level, depth, 1) if self.random.random() < 0.4 else []
            caught = self.one(tuple(CAUGHT))
            return [word, body(), caught, body(), final, self.random.random() < 0.2]
        if word == 'repeat': return [word, self.random.randint(2, 3), body()]
        if word == 'timeout': return [word, self.timeout(), body()]
        if word == 'group': return [word, body()]
        if word in ('lock', 'semaphore', 'condition'): return [word, number, body()]
        if word == 'in':
            return ['condition', number, [['condition_wait', number], *body()]]
        if word == 'condition_wait_for': return ['condition', number, [[word, number, 0]]]
        if word == 'put': return [word, queue, self.random.randint(0, 9)]
        if word in ('get', 'join'): return [word, queue]
        if word in ('acquire', 'semaphore_acquire', 'event_wait'): return [word, number]
        if word == 'wait':
            mode = self.one(('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'))
            return [word, futures, self.timeout(), mode]
        if word == 'wait_for': return [word, self.operand(level, depth), self.timeout()]
        if word == 'gather':
            return [word, self.operands(level, depth), self.random.random() < 0.4]
        return [word, self.operands(level, depth), self.timeout()]


def main_of(body):
    async def main(log):
        return await body_of(World(log), body, (None, None))
    return main


def programs(first=0, count=PROGRAMS):
    for seed in range(first, first + count):
        body = Author(seed).program()
        yield {'name': f'seed {seed}', 'program': body}, main_of(body)
