"""What CPython prints for snippets: short programs of their own, many in one request.

Each runs in a namespace of its own. A text that CPython does not compile gives its SyntaxError; an
exception that leaves a snippet ends it, and no other.
"""
import io
import sys
import warnings

warnings.simplefilter('ignore')


def outcome(text):
    try:
        code = compile(text, 'snippet.py', 'exec', dont_inherit=True)
    except SyntaxError as error:
        return f'{type(error).__name__}: {error.msg}\n'
    written = io.StringIO()
    before, sys.stdout = sys.stdout, written
    try:
        exec(code, {'__name__': '__main__'})
    except BaseException as error:
        written.write(f'left by {type(error).__name__}: {error}\n')
    finally:
        sys.stdout = before
    return written.getvalue()


def outcomes(texts):
    return [outcome(text) for text in texts]
