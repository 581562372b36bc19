from dataclasses import dataclass, asdict
from enum import Enum, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f'{self.name} is {self.value}'

    @property
    def lower(self):
        return self.name.lower()

    @classmethod
    def first(cls):
        return next(iter(cls))


print(Color.RED, repr(Color.RED), f'{Color.RED}', f'{Color.GREEN:>12}|', str(Color.GREEN), Color)
print(Color.RED.name, Color.RED.value, Color(2), Color['GREEN'], list(Color), len(Color))
print(Color.CRIMSON is Color.RED, Color.CRIMSON, Color.RED == Color.GREEN, Color.RED == 1)
print(Color.RED.describe(), Color.GREEN.lower, Color.first(), Color.RED in Color, 2 in Color, 7 in Color)
print({Color.RED: 'r'}[Color.CRIMSON], list(Color.__members__), isinstance(Color.RED, Color))
print(type(Color.RED), type(Color.RED).__name__, [c.name for c in reversed(Color)])


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


def reassign():
    Color.RED = 3


def rename():
    Color.RED.name = 'x'


def rewrite():
    Color.RED.value = 3


def extend():
    class More(Color):
        BLUE = 3


def duplicated():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


for each in (lambda: Color(9), lambda: Color['BLUE'], lambda: Color.BLUE, reassign, rename, rewrite,
             lambda: Color.RED < Color.GREEN, extend, duplicated):
    attempt(each)


@unique
class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = 'done'


print(list(State), State('done'))


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    def __str__(self):
        return f'planet {self.name.title()}'


print(Planet.EARTH, Planet.MARS.mass, Planet.MARS.value, repr(Planet.MARS), f'{Planet.EARTH}')


class Priority(IntEnum):
    LOW = 1
    HIGH = 10


print(Priority.LOW, repr(Priority.HIGH), f'{Priority.HIGH:03}', Priority.LOW < Priority.HIGH)
print(Priority.LOW + 1, Priority.HIGH * 2, sorted([Priority.HIGH, Priority.LOW]), Priority(10))
print(Priority.LOW == 1, {1: 'one'}[Priority.LOW], int(Priority.HIGH), max(Priority), isinstance(Priority.LOW, int))
print([10, 20, 30][Priority.LOW], list(range(Priority.LOW, 3)), sum(Priority), (Priority.HIGH, 'x'))


@dataclass
class Task:
    state: State = State.IDLE


print(Task(), asdict(Task(State.BUSY)), Task() == Task(State.IDLE))
match Task().state:
    case State.BUSY:
        print('busy')
    case State.IDLE:
        print('idle')


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    @classmethod
    def _missing_(cls, value):
        return cls.OTHER if value == '?' else None

    ONE = auto()
    OTHER = auto()


print(list(Named), Named('?'))
attempt(lambda: Named('!'))
