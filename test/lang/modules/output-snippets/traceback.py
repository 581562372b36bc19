import sys
import traceback


def fail(n):
    if n == 0:
        raise ValueError("no more")
    fail(n - 1)


def show(**options):
    try:
        fail(5)
    except ValueError as error:
        print(traceback.format_exc(**options))
        print(traceback.format_exception(error, **options))
        print(traceback.format_exception_only(error))
        traceback.print_exception(error, **options)
        traceback.print_exc(file=sys.stdout, **options)
        print(traceback.format_tb(error.__traceback__, 1))
        traceback.print_tb(error.__traceback__)


show()
for limit in (0, 1, -1):
    show(limit=limit)

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("k") from error
except KeyError as error:
    error.add_note("a note\nof two lines")
    print(traceback.format_exception(error))
    print(traceback.format_exception(error, chain=False))
    print(traceback.format_exception(type(error), error, None))
    print(traceback.format_exception_only(type(error), error))
    kind, value, tb = sys.exc_info()
    print(kind is KeyError, value is error, type(tb), sys.exception() is error)
    print(traceback.format_exception(kind, value, tb) == traceback.format_exception(error))

try:
    raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [KeyError(2)])])
except ExceptionGroup as group:
    print(traceback.format_exception(group))

print(sys.exc_info(), sys.exception())
print(traceback.format_exception(None), repr(traceback.format_exc()))
traceback.print_exc()
for arguments in [(3,), (ValueError, ValueError(1)), ()]:
    try:
        traceback.format_exception(*arguments)
    except Exception as error:
        print(repr(error))
