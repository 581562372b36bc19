"""What CPython prints for snippets: short programs of their own, many in one request.

Each runs in a namespace of its own. A text that CPython does not compile gives its reason; an
exception that leaves a snippet ends it, and no other. Loops of asyncio are on a virtual clock.
Addresses are left out, and the words of the C library are those of Linux.
"""
import asyncio
import contextvars
import io
import linecache
import re
import sys
import warnings

import oracle

WEB_RANGE_ERROR = "(68, 'Result not representable')"
RANGE_ERROR = "(34, 'Numerical result out of range')"

warnings.simplefilter('ignore')


def outcome(text):
    try:
        code = compile(text, 'snippet.py', 'exec', dont_inherit=True)
    except SyntaxError as error:
        return f'not Python: {error.msg}\n'
    linecache.cache['snippet.py'] = (len(text), None, text.splitlines(True), 'snippet.py')
    written = io.StringIO()
    before, sys.stdout = sys.stdout, written
    program = oracle.Program()
    asyncio._set_running_loop(None)
    asyncio.events._set_event_loop_policy(oracle.Policy(program))
    asyncio.events.new_event_loop = asyncio.new_event_loop = lambda: oracle.ProgramLoop(program)
    try:
        contextvars.Context().run(exec, code, {'__name__': '__main__'})
    except BaseException as error:
        written.write(f'left by {type(error).__name__}: {error}\n')
    finally:
        sys.stdout = before
    text = re.sub(r'\bat 0x[0-9a-f]+', 'at 0x', written.getvalue())
    return text.replace(WEB_RANGE_ERROR, RANGE_ERROR)


def outcomes(texts):
    return [outcome(text) for text in texts]
