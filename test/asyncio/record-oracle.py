"""Records what CPython does with the programs in oracle/, for the specs to compare with.

The reference is CPython 3.14.2 as WebAssembly, from the development dependency pyodide:

    npx tsx test/asyncio/record-oracle.ts [AREA ...]

Natively, `python3.14 test/asyncio/record-oracle.py [AREA ...]` writes the same. Each oracle/AREA.py
gives oracle/AREA.jsonl: one program a line, with its observations (iteration, time, task, text), its
ending, the outcome of each task and the handles executed in each iteration. A program is a coroutine
function whose name starts with a letter and a number of two digits.
Not run by the suite; run it after a program in oracle/ was changed.
"""
import asyncio
import importlib
import inspect
import json
import os
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'oracle')
sys.path.insert(0, FOLDER)
sys.dont_write_bytecode = True
from virtual_loop import Budget, Deadlock, VirtualLoop, pin_set_order  # noqa: E402

KEPT = []


def outcome(task):
    if not task.done():
        return 'pending'
    if task.cancelled():
        return 'cancelled'
    error = task.exception()
    return f'raised {error!r}' if error is not None else f'returned {task.result()!r}'


def observe(program, max_iterations=5000):
    observations = []

    def log(text):
        try:
            task = asyncio.current_task(loop)
        except RuntimeError:
            task = None
        name = '-' if task is None else task.get_name()
        observations.append([loop.iteration, loop.now, name, str(text)])

    loop = VirtualLoop(log, max_iterations=max_iterations)
    KEPT.append(loop)
    asyncio._set_running_loop(None)
    runner = asyncio.Runner(loop_factory=lambda: loop)
    try:
        try:
            value = runner.run(program(log))
        except (Deadlock, Budget):
            raise
        except BaseException:
            runner.close()
            raise
        runner.close()
        status = f'returned {value!r}'
    except Deadlock:
        status = 'deadlock'
    except Budget:
        status = 'budget'
    except BaseException as error:
        status = f'raised {error!r}'
    iterations = {}
    for iteration, time, kind in loop.executed:
        iterations.setdefault((iteration, time), []).append(kind)
    return {
        'status': status,
        'observations': observations,
        'tasks': [f'{task.get_name()} {outcome(task)}' for task in loop.created],
        'handles': [[*when, ' '.join(kinds)] for when, kinds in iterations.items()],
    }


def programs_of(module):
    if hasattr(module, 'programs'):
        return module.programs()
    found = [each for each in vars(module).values() if inspect.iscoroutinefunction(each)]
    return [({'name': each.__name__}, each) for each in found if each.__name__[1:3].isdigit()]


def records_of(module):
    if hasattr(module, 'records'):
        yield from module.records()
    else:
        for entry, program in programs_of(module):
            yield {**entry, **observe(program)}


def main(areas):
    pin_set_order()
    for name in sorted(os.listdir(FOLDER)):
        area, extension = os.path.splitext(name)
        if extension != '.py' or area == 'virtual_loop' or (areas and area not in areas):
            continue
        module = importlib.import_module(area)
        with open(os.path.join(FOLDER, area + '.jsonl'), 'w') as file:
            for record in records_of(module):
                file.write(json.dumps(record, separators=(',', ':')) + '\n')
        print(f'{area}: recorded on CPython {sys.version.split()[0]}', flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
    os._exit(0)
