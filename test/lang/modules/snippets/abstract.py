from abc import ABC, ABCMeta, abstractmethod
from dataclasses import dataclass


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def sides(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f'{self.name} {self.area()}'


class Half(Shape):
    def area(self):
        return 1

    @classmethod
    def make(cls):
        return cls('made')


class Square(Half):
    sides = 4

    def area(self):
        return super().area() + 1


for cls in (Shape, Half, Square):
    try:
        print(cls('x').describe())
    except TypeError as e:
        print(e)
print(Square.make().name, isinstance(Square('a'), Shape), issubclass(Square, ABC))


class Old(metaclass=ABCMeta):
    @abstractmethod
    async def fetch(self): ...


class New(Old):
    async def fetch(self):
        return 1


for cls in (Old, New):
    try:
        print(type(cls()).__name__)
    except TypeError as e:
        print(e)


@dataclass
class Item(ABC):
    x: int

    @abstractmethod
    def price(self): ...


@dataclass
class Book(Item):
    y: int = 2

    def price(self):
        return self.x * self.y


try:
    Item(1)
except TypeError as e:
    print(e)
print(Book(3).price(), Book(1))


class Empty(ABC):
    pass


print(type(Empty()).__name__)
