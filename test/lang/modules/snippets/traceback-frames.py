import traceback
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
def boom(): raise ValueError("x")
try: boom()
except ValueError as e:
    st = traceback.extract_tb(e.__traceback__)
    print([(s.lineno, s.name, s.line) for s in st], len(st), st[-1].name, [x[2] for x in st], traceback.extract_tb(None))
print([s.name for s in traceback.extract_stack()][-1])
