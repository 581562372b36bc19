"""Which functions and which `except` and `finally` clauses of CPython's asyncio were executed.

`start()` notes lines from then on, each once; `report()` gives, for each file that programs can reach
without a network, what its clauses and functions are and which of them ran.
"""
import ast
import asyncio
import inspect
import sys

FILES = ['base_events', 'events', 'futures', 'locks', 'mixins', 'queues', 'runners', 'taskgroups',
         'tasks', 'timeouts']
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


def places(tree):
    """Each function and clause: its name, and the first line of its body."""
    found = []

    def walk(node, path):
        for child in ast.iter_child_nodes(node):
            inner = path
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = path + [child.name]
                body = child.body[1:] if ast.get_docstring(child) and child.body[1:] else child.body
                found.append(['.'.join(inner), 'function', [body[0].lineno, body[0].end_lineno]])
            elif isinstance(child, ast.ClassDef):
                inner = path + [child.name]
            elif isinstance(child, ast.ExceptHandler):
                caught = 'except' if child.type is None else f'except {ast.unparse(child.type)}'
                first = child.body[0]
                found.append(['.'.join(path), caught, [first.lineno, first.end_lineno]])
            elif isinstance(child, (ast.Try, ast.TryStar)) and child.finalbody:
                first = child.finalbody[0]
                found.append(['.'.join(path), 'finally', [first.lineno, first.end_lineno]])
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
            [path, kind, any(line in lines for line in range(first, last + 1))]
            for path, kind, (first, last) in places(tree)
        ]
    return result
