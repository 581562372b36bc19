"""What CPython itself prints for a program on a virtual clock, reports on stderr included.

Logging is not set up, so reports are the text that logging's last resort writes. Frames of the
library and of this harness are left out of tracebacks, and the library's folder of its paths.
"""
import asyncio
import gc
import io
import linecache
import re
import sys
import time
import traceback
import types
from asyncio import base_events, events

try:
    from pyodide.webloop import _orig_run as run
except ImportError:
    run = asyncio.run

CLOCK = [0.0]


class Selector:
    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None:
            raise BaseException('deadlock')
        if timeout > 0:
            CLOCK[0] = self.loop._scheduled[0]._when
        return ()

    def close(self):
        pass


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._clock_resolution = 1e-9
        self._selector = Selector(self)

    def time(self):
        return CLOCK[0]

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


Loop.__name__ = '_UnixSelectorEventLoop'


def block(seconds):
    CLOCK[0] += seconds


def output(name, text):
    """Everything that the program prints, in order."""
    CLOCK[0] = 0.0
    written = io.StringIO()
    kept = sys.stdout, sys.stderr, sys.modules['__main__']
    sys.stdout = sys.stderr = written
    asyncio._set_running_loop(None)
    asyncio.run = run
    events.new_event_loop = asyncio.new_event_loop = Loop
    time.sleep = block
    linecache.cache[name] = len(text), None, text.splitlines(True), name
    sys.modules['__main__'] = module = types.ModuleType('__main__')
    names = module.__dict__
    try:
        exec(compile(text, name, 'exec'), names)
    except BaseException:
        traceback.print_exc()
    names.clear()
    gc.collect()
    sys.stdout, sys.stderr, sys.modules['__main__'] = kept
    return without_library(name, written.getvalue())


def without_library(name, text):
    lines, skipping = [], False
    for line in text.split('\n'):
        if line.startswith('  File "'):
            skipping = not line.startswith(f'  File "{name}"')
        elif not line.startswith('    '):
            skipping = False
        if not skipping:
            lines.append(re.sub(r'[\w./]*/(?=asyncio/\w+\.py:)', '', line))
    return '\n'.join(lines)
