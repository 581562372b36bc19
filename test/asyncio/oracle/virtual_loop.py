"""CPython's own asyncio on a virtual clock: BaseEventLoop with another selector.

Nothing of asyncio is written anew. The selector moves the clock to exactly the next deadline, the
ready queue tells which handle is taken, and what CPython leaves to the hash of an address (the sets
that wait, as_completed, TaskGroup and all_tasks walk) gets the order of insertion.
Runs on CPython 3.13 and 3.14, natively and as WebAssembly.
"""
import asyncio
import collections
import functools
import inspect
from asyncio import base_events, events, taskgroups, tasks


class Deadlock(BaseException):
    """Nothing is ready and no timer is left."""


class Budget(BaseException):
    """More iterations than allowed."""


class OrderedSet(set):
    """A set that is walked in the order of insertion."""

    def __init__(self, items=()):
        super().__init__()
        self._order = {}
        for item in items:
            self.add(item)

    def add(self, item):
        self._order.setdefault(item)
        super().add(item)

    def discard(self, item):
        self._order.pop(item, None)
        super().discard(item)

    def remove(self, item):
        super().remove(item)
        del self._order[item]

    def clear(self):
        self._order.clear()
        super().clear()

    def __iter__(self):
        return iter(list(self._order))


def pin_set_order():
    if hasattr(tasks, '_pinned'):
        return
    tasks._pinned = True
    tasks.set = taskgroups.set = OrderedSet
    old = '{ensure_future(aw, loop=loop) for aw in set(aws)}'
    lines, first = inspect.getsourcelines(tasks._AsCompletedIterator)
    source = ''.join(lines)
    assert old in source
    new = 'set([ensure_future(aw, loop=loop) for aw in set(aws)])'
    # In its own place in the file, for whoever asks which lines are executed.
    text = '\n' * (first - 1) + source.replace(old, new)
    exec(compile(text, tasks.__file__, 'exec'), tasks.__dict__)
    stock = tasks.all_tasks

    def all_tasks(loop=None):
        loop = loop or events.get_running_loop()
        found = stock(loop)
        made = [task for task in loop.created if task in found]
        return OrderedSet(made + [task for task in found if task not in made])

    tasks.all_tasks = asyncio.all_tasks = all_tasks


KINDS = {
    'TaskStepMethWrapper': 'step', 'TaskWakeupMethWrapper': 'wakeup', 'task_wakeup': 'wakeup',
    'Task.task_wakeup': 'wakeup',
    '_set_result_unless_cancelled': 'sleep', '_release_waiter': 'release-waiter',
    'Timeout._on_timeout': 'timeout',
    'gather.<locals>._done_callback': 'gather-child',
    '_wait.<locals>._on_completion': 'wait-child',
    'shield.<locals>._inner_done_callback': 'shield-inner',
    'shield.<locals>._outer_done_callback': 'shield-outer',
    'shield.<locals>._clear_awaited_by_callback': 'shield-awaited-by',
    '_log_on_exception': 'shield-log',
    'TaskGroup._on_task_done': 'group-child',
    '_AsCompletedIterator._handle_completion': 'as-completed-child',
    '_AsCompletedIterator._handle_timeout': 'as-completed-timeout',
    '_run_until_complete_cb': 'run-until-complete',
}


def describe(handle):
    """The kind of a handle, with its task where it is a step of one."""
    if handle._cancelled:
        return 'cancelled'
    callback = handle._callback
    if isinstance(callback, functools.partial):
        callback = callback.func
    wrapper = type(callback).__name__
    name = wrapper if wrapper.startswith('Task') else getattr(callback, '__qualname__', wrapper)
    kind = KINDS.get(name, 'callback')
    if kind in ('step', 'wakeup'):
        kind += ':' + callback.__self__.get_name()
    return kind


class ReadyQueue(collections.deque):
    loop = None

    def popleft(self):
        handle = super().popleft()
        self.loop.executed.append((self.loop.iteration, self.loop.now, describe(handle)))
        return handle


class Selector:
    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        loop = self.loop
        loop.iteration += 1
        if loop.iteration > loop.max_iterations:
            raise Budget()
        if timeout is None:
            raise Deadlock()
        if timeout > 0:
            loop.now = loop._scheduled[0]._when
        return ()

    def close(self):
        pass


class VirtualLoop(base_events.BaseEventLoop):
    def __init__(self, log, start=0.0, max_iterations=5000):
        super().__init__()
        self._clock_resolution = 1e-9
        self.now = start
        self.iteration = 0
        self.max_iterations = max_iterations
        self.executed = []
        self.created = []
        self.unnamed = 0
        self._selector = Selector(self)
        self._ready = ReadyQueue()
        self._ready.loop = self
        self.log = log
        self.set_exception_handler(VirtualLoop.report)

    def time(self):
        return self.now

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    def create_task(self, coro, *, name=None, **options):
        self._check_closed()
        if name is None:
            self.unnamed += 1
            name = f'Task-{self.unnamed}'
        place = len(self.created)
        self.created.append(None)
        task = tasks.Task(coro, loop=self, name=name, **options)
        self.created[place] = task
        return task

    def report(self, context):
        message = context['message']
        if 'never retrieved' not in message and 'was destroyed' not in message:
            self.log(f'reported {context.get("exception")!r}')
