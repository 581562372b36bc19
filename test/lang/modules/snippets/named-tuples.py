from typing import NamedTuple


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 0
    label: str = 'p'

    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    @property
    def double(self):
        return Point(self.x * 2, self.y * 2)


class Shown(NamedTuple):
    a: int

    def __repr__(self):
        return f'shown {self.a}'


class Far(Point):
    def far(self):
        return self.x > 10


p = Point(3, 4)
print(p, p.length(), p.double, p.x, p[1], len(p), p == (3, 4, 'p'), isinstance(p, tuple))
x, y, label = p
print(x, y, label, Point._fields, Point._field_defaults, p._replace(x=9), p._asdict())
print(Shown(1), Far(20), Far(20).far(), Point.__doc__, Point.__name__, type(p), {p: 1}[Point(3, 4)])
t(lambda: Point())
t(lambda: Point(1, 2, 3, 4))
t(lambda: Point(1, z=2))
t(lambda: setattr(p, 'x', 1))
t(lambda: NamedTuple('Pair', [('a', int), ('b', str)])(1, 'z'))


def wrong():
    class Bad(NamedTuple):
        x: int = 1
        y: int


t(wrong)
match p:
    case Point(a, b):
        print('matched', a, b)
print(sorted([Point(2), Point(1)]))
