# Protocols at run time.
from typing import Protocol, runtime_checkable


@runtime_checkable
class Closer(Protocol):
    name: str
    def close(self) -> None: ...
class A:
    name = 'a'
    def close(self): pass
class B:
    def close(self): pass
print(isinstance(A(), Closer), isinstance(B(), Closer))
try:
    print(issubclass(A, Closer))
except TypeError as e:
    print(e)
class C(Protocol):
    def f(self): ...
try:
    isinstance(A(), C)
except TypeError as e:
    print(e)
try:
    C()
except TypeError as e:
    print(e)
class D(C):
    def f(self): return 1
print(D().f(), isinstance(D(), D))
