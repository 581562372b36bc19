# What programs ask of types.
from typing import Annotated, Callable, List, Literal, NewType, Optional, TypedDict, Union
from typing import assert_never, assert_type, final, get_args, get_origin

print(get_origin(list[int]), get_args(dict[str, int]), get_origin(int), get_args(int))
print(get_origin(Union[int, str]), get_args(Optional[int]), get_origin(List[int]))
print(get_args(Callable[[int, str], bool]), get_origin(Literal['a']), get_args(Literal['a', None]))
print(get_origin(int | str), get_args(int | None), get_args(Annotated[int, 5]))
print(assert_type(5, int), Optional[None], NewType('UserId', int).__supertype__)
Movie = TypedDict('Movie', {'name': str, 'year': int})
print(Movie(name='x', year=1), Movie)


@final
class Last:
    pass


def handle(x):
    if isinstance(x, int):
        return 'int'
    assert_never(x)


print(Last.__final__, handle(1))
for value in (1.5, 'x' * 150):
    try:
        handle(value)
    except AssertionError as error:
        print(error)
