"""Runs an asyncio program on a virtual clock, in CPython 3.11 to 3.14, and times it.

Loop, tasks, futures and primitives are CPython's own; only the selector is replaced: where the loop
would wait, the clock jumps to the next timer. The program is run twice in this process, the second
run is timed.

usage: python3 virtual_loop.py PROGRAM.py [N]     N replaces the program's own constant N
Prints one line of JSON: the version, the CPU seconds of the second run, and what that run printed.
"""

import asyncio
import contextlib
import io
import json
import platform
import re
import sys
import time
from asyncio import base_events, events


class JumpingSelector:
    """Has no files to watch: waiting moves the clock."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError('deadlock: nothing is scheduled')
        if timeout > 0:
            self.loop.now = self.loop._scheduled[0]._when
        return ()

    def close(self):
        pass


class VirtualLoop(base_events.BaseEventLoop):
    """CPython's loop with `now` for a clock."""

    def __init__(self):
        super().__init__()
        self.now = 0.0
        self._clock_resolution = 1e-9
        self._selector = JumpingSelector(self)

    def time(self):
        return self.now

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def program(path, size):
    """The compiled program, with `N = size` in place of its own N."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    if size is not None:
        text, count = re.subn(r'(?m)^N = .*$', f'N = {size}', text, count=1)
        if count != 1:
            raise SystemExit(f'{path}: no line that starts with "N = "')
    return compile(text, path, 'exec')


def run(code):
    """Runs it as __main__; what it printed."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(code, {'__name__': '__main__'})
    return output.getvalue()


def main():
    events.new_event_loop = VirtualLoop
    asyncio.new_event_loop = VirtualLoop
    code = program(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    run(code)
    start = time.process_time()
    line = run(code)
    seconds = time.process_time() - start
    print(json.dumps({'version': platform.python_version(), 'seconds': seconds, 'line': line.strip()}))


if __name__ == '__main__':
    main()
