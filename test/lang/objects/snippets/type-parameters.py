# Generic classes: what they say of their parameters, and how they are subscribed.
import typing
class Stack[T]:
    x: T
    def push(self, v: T) -> T:
        return T
s = Stack[int]()
print(Stack, Stack[int], Stack.__type_params__, Stack.__parameters__, Stack.__bases__, Stack.__orig_bases__, s.push(1), type(Stack.__type_params__[0]), s.__class__)
class Pair[K, V: (int, str), *Ts, **P]: pass
print(Pair.__type_params__, Pair.__mro__, repr(Pair.__type_params__[2]), [type(t).__name__ for t in Pair.__type_params__])
def f[T: int](x: T) -> T:
    return T
print(f(1), f.__type_params__, f.__type_params__[0].__bound__, Pair.__type_params__[1].__constraints__)
type X = int | str
print(X, type(X), X.__value__, X.__name__, X.__type_params__, X.__module__)
type L[T] = list[T]
print(L, L[int], L.__type_params__, L.__value__, L[int].__origin__, L[int].__args__)
class D[T](Stack[T]): pass
print(D.__bases__, D[int], D.__orig_bases__, D[str].__origin__, D[str].__args__, D.__mro__)
class B(Stack[int]): pass
print(B.__bases__, B.__orig_bases__, B.__type_params__, B.__parameters__)
try:
    B[int]
except TypeError as e:
    print(e)
try:
    Stack[int, str]
except TypeError as e:
    print(e)
T0 = typing.TypeVar('T0')
print(list[T0][int], dict[str, T0].__parameters__, (list[T0] | None), Stack[T0][str])
print(typing.TypeVar('A', covariant=True), typing.TypeVar('B', contravariant=True), typing.ParamSpec('Q'))
print(typing.TypeVar('C', bound=int).__bound__, typing.TypeVar('D', int, str).__constraints__, T0 | int)
try:
    list[int][str]
except TypeError as e:
    print(e)
try:
    X[int]
except TypeError as e:
    print(e)
made = Stack[str]()
print(made.__orig_class__, vars(made))
