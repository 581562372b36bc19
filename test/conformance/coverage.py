"""Which functions and which `except` and `finally` clauses of CPython's asyncio were executed.

`start()` notes lines from then on, each once; `report()` gives, for each file that programs can reach
without a network, what its clauses and functions are and which of them ran. Futures and tasks are C in
CPython: `run_in_python(text)` runs a program once more with their twins in Python, which only counts
for this table; what is compared comes from the C implementation.
"""
import ast
import asyncio
import inspect
import sys
from asyncio import futures, tasks

import oracle
from virtual_loop import OrderedSet

FILES = ['base_events', 'events', 'futures', 'locks', 'mixins', 'queues', 'runners', 'taskgroups',
         'tasks', 'threads', 'timeouts']
TOOL = 3
seen = {name: set() for name in FILES}
files = {}


def start():
    for name in FILES:
        files[getattr(asyncio, name).__file__] = name
    monitoring = sys.monitoring
    monitoring.use_tool_id(TOOL, 'coverage')
    monitoring.register_callback(TOOL, monitoring.events.LINE, note)
    monitoring.set_events(TOOL, monitoring.events.LINE)


def note(code, line):
    name = files.get(code.co_filename)
    if name is not None:
        seen[name].add(line)
    return sys.monitoring.DISABLE


def all_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return OrderedSet([task for task in loop.created if task is not None and not task.done()])


def python_twins():
    """What has to be there instead: (module, name, value)."""
    twins = [(module, 'Future', futures._PyFuture) for module in (futures, asyncio)]
    for module in (tasks, futures):
        for name in dir(module):
            bare = name.removeprefix('_py_')
            if bare == name:
                continue
            twins += [(place, word, getattr(module, name)) for place in (module, asyncio)
                      for word in (bare, '_' + bare) if hasattr(place, word)]
    return [*twins, (tasks, 'all_tasks', all_tasks), (asyncio, 'all_tasks', all_tasks)]


def run_in_python(text):
    twins = python_twins()
    native = [(module, name, getattr(module, name)) for module, name, _ in twins]
    for module, name, value in twins:
        setattr(module, name, value)
    oracle.count_tasks(tasks._PyTask)
    try:
        oracle.observe(text)
    finally:
        oracle.count_tasks(tasks._CTask)
        for module, name, value in native:
            setattr(module, name, value)


def body_of(function):
    """Its first statement that is executed as such."""
    quiet = (ast.Nonlocal, ast.Global)
    for statement in function.body:
        text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not text and not isinstance(statement, quiet):
            return statement
    return function.body[0]


def places(tree):
    """Each function and clause: its name, and the first line of its body."""
    found = []

    def walk(node, path):
        for child in ast.iter_child_nodes(node):
            inner = path
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = path + [child.name]
                found.append(['.'.join(inner), 'function', body_of(child)])
            elif isinstance(child, ast.ClassDef):
                inner = path + [child.name]
            elif isinstance(child, ast.ExceptHandler):
                caught = 'except' if child.type is None else f'except {ast.unparse(child.type)}'
                found.append(['.'.join(path), caught, child.body[0]])
            elif isinstance(child, (ast.Try, ast.TryStar)) and child.finalbody:
                found.append(['.'.join(path), 'finally', child.finalbody[0]])
            walk(child, inner)

    walk(tree, [])
    return found


def report():
    result = {}
    for name in FILES:
        module = getattr(asyncio, name)
        tree = ast.parse(inspect.getsource(module))
        lines = seen[name]
        result[name] = [
            [path, kind, any(line in lines for line in range(first.lineno, first.end_lineno + 1))]
            for path, kind, first in places(tree)
        ]
    return result
