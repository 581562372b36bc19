# Type parameters as names: in methods, bases, nested functions, and types that name themselves.
type N = list[N] | None
print(N.__value__, isinstance(3, int))
type C[*A] = tuple[*A]
print(C.__type_params__, C[int, str])
type U[**P] = int
print(U.__type_params__)
try:
    isinstance(3, N)
except TypeError as e:
    print(e)
print(N | int, N == N)
class Outer:
    class Inner[T]:
        def get(self): return T
    def meth[T](self, x: T): return T, x
    type A = int
print(Outer.Inner().get(), Outer().meth(2), Outer.A, Outer.Inner.__qualname__, Outer.meth.__qualname__, Outer.A.__value__)
import asyncio
from typing import TypeVar, Generic
T0 = TypeVar('T0')
class Old(Generic[T0]): pass
print(Old[int], Old.__parameters__, Old.__orig_bases__, T0, Old.__type_params__)
try:
    Old[int, str]
except TypeError as e:
    print(e)
async def g[T](x: T) -> list[T]:
    return [x]
print(asyncio.run(g(1)), g.__type_params__)
class Repo[K, V]:
    def __init__(self):
        self.d: dict[K, V] = {}
    async def get(self, k: K, default: V | None = None) -> V | None:
        return self.d.get(k, default)
class Sub[V](Repo[str, V]):
    def __init__(self):
        super().__init__()
        self.n = 1
print(asyncio.run(Sub[int]().get('a', 3)), Sub.__orig_bases__, Sub[int])
def outer():
    class Local[T]:
        def m(self): return T.__name__
    def h[U](x: U): return U
    return Local, h
L, h = outer()
print(L().m(), L, h(1), h.__qualname__)
class Def[T = int]: pass
print(Def.__type_params__, Def.__type_params__[0].__default__, Def.__type_params__[0].has_default())
def deco(f):
    print(f.__name__, f.__type_params__)
    return f
@deco
def decorated[T](x: T): return x
print(decorated(4))
from dataclasses import dataclass
@dataclass
class Box[T]:
    item: T
    n: int = 0
print(Box(1), Box[int](2), Box[int])
from typing import Protocol
class Comparable[T](Protocol):
    def cmp(self, o: T) -> int: ...
print(Comparable, Comparable[int], Comparable.__mro__)
from enum import Enum
class Meta[T](metaclass=type): pass
print(Meta[int])
