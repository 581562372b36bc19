"""Records what CPython does with whole programs, for the specs to compare the language with.

    npx tsx test/conformance/record-texts.ts [AREA ...]

runs it in CPython 3.14.2 as WebAssembly. An area is a folder of programs (AREA/NAME.py), or a file
AREA.py with a function `programs()` that gives names and texts. It leaves AREA.jsonl, one program a
line: its text, how it ended, what it printed (iteration, time, number of the task, text), the outcome
of each task and the handles executed in each iteration. Not run by the suite.
"""
import asyncio
import importlib
import json
import os
import sys
from asyncio import tasks

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [FOLDER, os.path.join(FOLDER, '..', 'asyncio', 'oracle')]
sys.dont_write_bytecode = True
from oracle import count_tasks, observe  # noqa: E402
from virtual_loop import pin_set_order  # noqa: E402

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
    native = tasks._CTask, asyncio.current_task
    count_tasks()
    for area in areas or ['odd-programs', 'surprise_texts', 'hop_texts']:
        with open(os.path.join(FOLDER, area.replace('_', '-') + '.jsonl'), 'w') as file:
            for name, text in programs_of(area):
                if name == 's30_cycle':
                    # In WebAssembly the depth of C frames is fatal before it is a RecursionError.
                    count_tasks(tasks._PyTask)
                    asyncio.current_task = tasks._py_current_task
                record = {'name': name, 'text': text, **observe(text)}
                if name == 's30_cycle':
                    count_tasks(native[0])
                    asyncio.current_task = native[1]
                file.write(json.dumps(record, separators=(',', ':')) + '\n')
        print(f'{area}: recorded on CPython {sys.version.split()[0]}', flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
    os._exit(0)
