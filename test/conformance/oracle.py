"""What CPython itself does with the text of a program, on a virtual clock.

`observe(text)` runs it and tells how it ended, what it printed (iteration, time, number of the task,
text), what became of each task, and the handles executed in each iteration. A program may call
asyncio.run several times: time, iterations and numbers go on. A deadlock is the end: what is told was
noted then, whatever the program's own `except` and `finally` do afterwards. What was begun and not
finished is kept, lest its `finally` runs in the next program.
"""
import asyncio
import collections
import contextvars
import gc
import linecache
import logging
import sys
import time
import weakref

import _pydatetime

from virtual_loop import (
    Budget, Deadlock, ReadyQueue, Selector, VirtualLoop, describe, pin_set_order,
)

MAX_ITERATIONS = 20_000
EPOCH = 1_700_000_000
OF_THE_MACHINE = time.gmtime, time.strftime, time.asctime
KEPT = []
gc.disable()


class Ended(Selector):
    """As Selector; after a deadlock nothing runs any more, no shutdown either."""

    def select(self, timeout):
        program = self.loop.program
        if program.end is None:
            try:
                return super().select(timeout)
            except (Deadlock, Budget) as stop:
                program.finish('deadlocked' if isinstance(stop, Deadlock) else 'budget')
        raise Deadlock()


class NumberedQueue(ReadyQueue):
    """Tells about a task by its number."""

    def popleft(self):
        handle = collections.deque.popleft(self)
        kind = describe(handle)
        step = getattr(handle._callback, '__qualname__', '')
        if step in ('Task.__step', 'Task.__wakeup') and kind == 'callback':
            kind = f'{step[7:]}:'
        if kind.startswith(('step:', 'wakeup:')):
            task = handle._callback.__self__
            kind = f'{kind.split(":")[0]}:{self.loop.number(task)}'
        self.loop.executed.append((self.loop.iteration, self.loop.now, kind))
        return handle


class OrderedGenerators:
    """BaseEventLoop._asyncgens, which is a WeakSet, in the order of their first steps."""

    def __init__(self):
        self.references = {}

    def add(self, generator):
        # The address of one that is gone may serve again: its place in the order must not.
        self.discard(generator)
        self.references[id(generator)] = weakref.ref(generator)

    def discard(self, generator):
        self.references.pop(id(generator), None)

    def clear(self):
        self.references.clear()

    def __iter__(self):
        alive = [reference() for reference in self.references.values()]
        return iter([generator for generator in alive if generator is not None])

    def __len__(self):
        return len(list(iter(self)))


class Counting(type):
    """Makes what stands for the class of tasks: calls of it make tasks of exactly that class, since
    C treats those of a subclass otherwise, and tell their loop of them."""

    def __call__(cls, *args, **options):
        task = cls.counted.__new__(cls.counted)
        loop = options.get('loop') or asyncio._get_running_loop()
        coro = args[0] if args else options.get('coro')
        if not isinstance(loop, ProgramLoop) or not asyncio.iscoroutine(coro):
            task.__init__(*args, **options)
            return task
        before = loop.unnamed
        if options.get('name') is None:
            loop.unnamed += 1
            options['name'] = f'Task-{loop.unnamed}'
        place = len(loop.created)
        loop.created.append(task)
        try:
            task.__init__(*args, **options)
        except Exception as error:
            # No task came of it; wrong arguments are noticed before the name is given.
            del loop.created[place]
            if isinstance(error, TypeError):
                loop.unnamed = before
            raise
        return task

    def __instancecheck__(cls, value):
        return isinstance(value, cls.counted)

    def __repr__(cls):
        return repr(cls.counted)


def count_tasks(task_class=asyncio.Task):
    """Makes asyncio's tasks counted ones of a class."""
    members = {'counted': task_class, '__module__': '_asyncio'}
    asyncio.Task = asyncio.tasks.Task = Counting('Task', (), members)
    factory = asyncio.create_eager_task_factory(asyncio.Task)
    asyncio.eager_task_factory = asyncio.tasks.eager_task_factory = factory


class ProgramLoop(VirtualLoop):
    """A loop of a program: time, iterations, names and tasks go on from one to the next."""

    def __init__(self, program):
        super().__init__(program.log, max_iterations=MAX_ITERATIONS)
        before = program.loop
        program.loop = self
        self.program = program
        self._selector = Ended(self)
        self._ready = NumberedQueue()
        self._ready.loop = self
        self._exception_handler = None
        self._asyncgens = OrderedGenerators()
        self.now = program.slept
        if before is not None:
            self.now, self.iteration = before.now, before.iteration
            self.unnamed = before.unnamed
            self.executed, self.created = before.executed, before.created

    def time(self):
        return float(self.now)

    def number(self, task):
        return next(each for each, made in enumerate(self.created, 1) if made is task)

    create_task = asyncio.BaseEventLoop.create_task

    def default_exception_handler(self, context):
        pass


class Unread:
    """Standard error, which is not compared."""

    def write(self, text):
        pass

    def flush(self):
        pass


class WholeMicroseconds:
    """Module time for datetime in Python, which rounds to microseconds where C cuts off."""

    def __getattr__(self, name):
        return getattr(time, name)

    def time(self):
        return time.time_ns() // 1000 / 1_000_000


def forget_loggers():
    """Takes back what another program has configured."""
    root = logging.root
    root.handlers.clear()
    root.setLevel(logging.WARNING)
    for name in list(root.manager.loggerDict):
        if name.split('.')[0] in ('asyncio', 'concurrent'):
            logging.getLogger(name).setLevel(logging.NOTSET)
        else:
            del root.manager.loggerDict[name]


class Program:
    """One program while it runs."""

    def __init__(self):
        self.loop = None
        self.printed = []
        self.end = None
        # Seconds that time.sleep took before there was a loop.
        self.slept = 0.0

    def finish(self, status):
        """Notes what is told of the program; only the first end counts."""
        if self.end is not None:
            return
        loop = self.loop
        iterations = {}
        for iteration, when, kind in [] if loop is None else loop.executed:
            iterations.setdefault((iteration, when), []).append(kind)
        tasks = [] if loop is None else loop.created
        self.end = {
            'status': status,
            'printed': list(self.printed),
            'tasks': [outcome(task) for task in tasks],
            'cancelling': [task.cancelling() for task in tasks],
            'handles': [[*when, ' '.join(kinds)] for when, kinds in iterations.items()],
        }

    def log(self, text):
        self.print(text)

    def print(self, *values, sep=' ', end='\n', file=None, flush=False):
        if file is sys.stderr:
            return
        loop = self.loop
        task = None
        if loop is not None and asyncio._get_running_loop() is loop:
            task = asyncio.current_task(loop)
        where = [0, 0.0] if loop is None else [loop.iteration, loop.now]
        number = 0 if task is None else loop.number(task)
        self.printed.append([*where, number, sep.join(map(str, values)) + end])

    def write(self, text):
        self.print(text, end='')

    def flush(self):
        pass

    def monotonic(self):
        return self.slept if self.loop is None else self.loop.now

    def block(self, seconds):
        if self.loop is None:
            self.slept += seconds
        else:
            self.loop.now += seconds

    def pretend(self):
        """Gives the program its clock, its time of the day in UTC and its standard output."""
        gmtime, strftime, asctime = OF_THE_MACHINE
        moment = lambda seconds: time.time() if seconds is None else seconds
        time.sleep = self.block
        time.monotonic = time.perf_counter = self.monotonic
        time.time = lambda: EPOCH + self.monotonic()
        time.time_ns = lambda: EPOCH * 10**9 + round(self.monotonic() * 10**9)
        time.gmtime = time.localtime = lambda seconds=None: gmtime(moment(seconds))
        time.ctime = lambda seconds=None: asctime(gmtime(moment(seconds)))
        time.strftime = lambda form, when=None: strftime(form, when or time.localtime())
        # The one written in C asks the machine.
        sys.modules['datetime'] = _pydatetime
        _pydatetime._time = WholeMicroseconds()
        sys.stdout, sys.stderr = self, Unread()
        forget_loggers()


class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    """CPython's own policy, as on Unix, of one program; the WebAssembly build brings another."""

    def __init__(self, program):
        super().__init__()
        self._loop_factory = lambda: ProgramLoop(program)


def outcome(task):
    if not task.done():
        return 'pending'
    if task.cancelled():
        return 'cancelled'
    error = task.exception()
    return f'raised {error!r}' if error is not None else f'returned {task.result()!r}'


def observe(text):
    program = Program()
    asyncio._set_running_loop(None)
    asyncio.events._set_event_loop_policy(Policy(program))
    asyncio.events.new_event_loop = asyncio.new_event_loop = lambda: ProgramLoop(program)
    streams = sys.stdout, sys.stderr
    program.pretend()
    # Tracebacks show its lines.
    linecache.cache['program.py'] = len(text), None, text.splitlines(True), 'program.py'
    names = {'__name__': '__main__', 'print': program.print}
    KEPT.append((program, names))
    status = 'finished'
    try:
        # In a context of its own: what one program sets, the next must not see.
        contextvars.Context().run(exec, compile(text, 'program.py', 'exec'), names)
    except (Deadlock, Budget):
        pass
    except SystemExit as error:
        status = f'exit {error.code}'
    except BaseException as error:
        KEPT.append(error)
        status = f'raised {type(error).__name__}' + (f': {error}' if str(error) else '')
    program.finish(status)
    sys.stdout, sys.stderr = streams
    for task in [] if program.loop is None else program.loop.created:
        task._log_destroy_pending = False
    return program.end
