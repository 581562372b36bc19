import typing
from typing import (TYPE_CHECKING, Any, Awaitable, Callable, Dict, Final, Generic, List, Literal,
                    NewType, Optional, Protocol, Tuple, TypedDict, TypeVar, Union, cast, overload)

if TYPE_CHECKING:
    import socket

T = TypeVar('T')
K = TypeVar('K')
Handler = Callable[[int, str], Awaitable[None]]
LIMIT: Final = 3
UserId = NewType('UserId', int)
print(T, Handler, UserId, UserId(3), LIMIT)
print(List[int], Dict[str, Any], Tuple[int, ...], List[Dict[str, List[int]]], List)
print(Optional[int], Union[int, str], Optional[List[int]], Union[int, str, None], Union[int])
print(List[int] | None, Callable[..., None], Literal['a', 1], typing.ClassVar[int])
print(isinstance(3, Union[int, str]), isinstance(None, Optional[int]))
print(cast(int, 'text'), List[int] == List[int], {List[int]: 1}[List[int]])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> 'Stack[T]':
        self.items.append(item)
        return self


class Words(Stack[str]):
    def longest(self) -> str:
        return max(self.items, key=len)


print(Stack[int], Stack[int]().push(1).items, Words().push('a').push('bcd').longest())
print([each.__name__ for each in Words.__mro__])


class Sender(Protocol):
    def send(self, text: str) -> None: ...


class Printer:
    def send(self, text: str) -> None:
        print('sent', text)


class Derived(Sender):
    def __init__(self, n):
        self.n = n


def use(sender: Sender) -> None:
    sender.send('hello')


use(Printer())
print(Derived(3).n)
try:
    Sender()
except TypeError as e:
    print(e)


class Movie(TypedDict, total=False):
    name: str
    year: int


print(Movie(name='x', year=1), Movie({'name': 'y'}), type(Movie(name='z')))


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


print(twice(2), twice('ab'))
for call in (lambda: List(), lambda: Any[int]):
    try:
        call()
    except TypeError as e:
        print(e)
