import asyncio
def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
class A:
    """doc"""
    z = 1
    def __init__(self): self.b = 1
    def m(self): pass
class B(A):
    y = 2
t(lambda: [n for n in dir(A()) if not n.startswith('__')]); t(lambda: [n for n in dir(B) if not n.startswith('__')])
t(lambda: 'm' in dir(B()))
t(lambda: exit(3)); t(lambda: quit())
t(lambda: UnicodeError('x')); t(lambda: issubclass(UnicodeDecodeError, UnicodeError))
t(lambda: BytesWarning('x')); t(lambda: EncodingWarning.__mro__[1])
