"""Records what CPython does with whole programs, for the specs to compare the language with.

    npx tsx test/conformance/record-texts.ts [AREA ...]

runs it in CPython 3.14.2 as WebAssembly. An area is a folder of programs (AREA/NAME.py), or a file
AREA.py with a function `programs()` that gives names and texts. It leaves AREA.jsonl, one program a
line: its text, how it ended, what it printed (iteration, time, number of the task, text), the outcome
of each task and the handles executed in each iteration. Not run by the suite.
"""
import asyncio
import collections
import importlib
import json
import os
import sys
import time
from asyncio import tasks

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [FOLDER, os.path.join(FOLDER, '..', 'asyncio', 'oracle')]
sys.dont_write_bytecode = True
from virtual_loop import Budget, Deadlock, ReadyQueue, Selector, VirtualLoop  # noqa: E402
from virtual_loop import describe, pin_set_order  # noqa: E402

MAX_ITERATIONS = 5000
KEPT = []


class Ended(Selector):
    """As Selector; after a deadlock nothing runs any more, no shutdown either."""

    stop = None

    def select(self, timeout):
        if self.stop is None:
            try:
                return super().select(timeout)
            except (Deadlock, Budget) as stop:
                self.stop = type(stop)
                self.loop.count = len(self.loop.created)
        raise self.stop()


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


class ProgramLoop(VirtualLoop):
    """A loop of a program: time, iterations, names and tasks go on from one to the next."""

    def __init__(self, program):
        super().__init__(program.log, max_iterations=MAX_ITERATIONS)
        before = program.loop
        program.loop = self
        self._selector = Ended(self)
        self._ready = NumberedQueue()
        self._ready.loop = self
        self._exception_handler = None
        self.count = None
        if before is not None:
            self.now, self.iteration = before.now, before.iteration
            self.unnamed = before.unnamed
            self.executed, self.created = before.executed, before.created

    def time(self):
        return float(self.now)

    def number(self, task):
        found = [each for each, made in enumerate(self.created, 1) if made is task]
        return found[0] if found else 1 + max(i for i, each in enumerate(self.created) if each is None)

    def create_task(self, coro, **options):
        before = self.unnamed, len(self.created)
        try:
            return self.number_task(coro, **options)
        except Exception:
            # No task came of it, so no number is spent.
            self.unnamed = before[0]
            del self.created[before[1]:]
            raise

    def number_task(self, coro, *, name=None, **options):
        if self._task_factory is None:
            return super().create_task(coro, name=name, **options)
        if name is None:
            self.unnamed += 1
            name = f'Task-{self.unnamed}'
        place = len(self.created)
        self.created.append(None)
        self.created[place] = self._task_factory(self, coro, name=name, **options)
        return self.created[place]

    def default_exception_handler(self, context):
        pass


class Program:
    """One program while it runs."""

    def __init__(self):
        self.loop = None
        self.printed = []

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

    def block(self, seconds):
        self.loop.now += seconds


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
    asyncio.events.new_event_loop = asyncio.new_event_loop = lambda: ProgramLoop(program)
    time.sleep = program.block
    time.monotonic = time.perf_counter = lambda: 0.0 if program.loop is None else program.loop.now
    names = {'__name__': '__main__', 'print': program.print}
    KEPT.append((program, names))
    status = 'finished'
    try:
        exec(compile(text, 'program.py', 'exec'), names)
    except Deadlock:
        status = 'deadlocked'
    except Budget:
        status = 'budget'
    except SystemExit as error:
        status = f'exit {error.code}'
    except BaseException as error:
        KEPT.append(error)
        status = f'raised {type(error).__name__}' + (f': {error}' if str(error) else '')
    loop = program.loop
    iterations = {}
    for iteration, when, kind in loop.executed:
        iterations.setdefault((iteration, when), []).append(kind)
    for task in loop.created:
        task._log_destroy_pending = False
    return {
        'status': status,
        'printed': program.printed,
        'tasks': [outcome(task) for task in loop.created[:loop.count]],
        'handles': [[*when, ' '.join(kinds)] for when, kinds in iterations.items()],
    }


def programs_of(area):
    folder = os.path.join(FOLDER, area)
    if not os.path.isdir(folder):
        yield from importlib.import_module(area).programs()
        return
    for name in sorted(os.listdir(folder)):
        if name.endswith('.py'):
            with open(os.path.join(folder, name)) as file:
                yield name[:-3], file.read()


def main(areas):
    pin_set_order()
    native = tasks.Task, asyncio.current_task
    for area in areas or ['odd-programs', 'surprise_texts', 'hop_texts']:
        with open(os.path.join(FOLDER, area.replace('_', '-') + '.jsonl'), 'w') as file:
            for name, text in programs_of(area):
                if name == 's30_cycle':
                    # In WebAssembly the depth of C frames is fatal before it is a RecursionError.
                    tasks.Task, asyncio.current_task = tasks._PyTask, tasks._py_current_task
                record = {'name': name, 'text': text, **observe(text)}
                tasks.Task, asyncio.current_task = native
                file.write(json.dumps(record, separators=(',', ':')) + '\n')
        print(f'{area}: recorded on CPython {sys.version.split()[0]}', flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
    os._exit(0)
