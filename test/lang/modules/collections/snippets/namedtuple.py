from collections import namedtuple


def attempt(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)


Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p[1], len(p), list(p), p == (1, 2), hash(p) == hash((1, 2)), p < Point(2, 0))
x, y = p
print(x, y, p._asdict(), p._replace(x=5), Point._make([7, 8]), Point._fields, Point._field_defaults)
print(isinstance(p, tuple), type(p), Point.__name__, Point.__doc__, p + (3,), p[:1], max(p))
attempt(lambda: p.z)
attempt(lambda: setattr(p, 'x', 3))
attempt(lambda: p._replace(q=1))
attempt(lambda: Point._make([1]))
make = Point
attempt(lambda: make(1))
attempt(lambda: make(1, 2, 3))
attempt(lambda: make(1, 2, z=3))
attempt(lambda: make(1, x=3))
attempt(lambda: make())
for names in ['a a', 'class', '_x', '1a', ['ok', 'not ok']]:
    attempt(lambda: namedtuple('T', names)._fields)
attempt(lambda: namedtuple('1T', 'a'))
attempt(lambda: namedtuple('T', 'a', defaults=(1, 2)))
print(namedtuple('T', 'a class a _b', rename=True)._fields)
Job = namedtuple('Job', ['name', 'delay', 'tries'], defaults=[1.5, None])
print(Job('a'), Job('b', 2), Job._field_defaults, Job(name='c', tries=3))


class Task(namedtuple('Task', 'name, cost')):
    def total(self):
        return self.cost * 2

    @property
    def label(self):
        return f'<{self.name}>'


t = Task('t', 4)
print(t, t.total(), t.label, t._replace(cost=1), type(t._replace(cost=1)).__name__)
match p:
    case Point(x=1, y=b):
        print('matched', b)
match p:
    case Point(a, b):
        print(a, b)
print({p: 1}[(1, 2)], sorted([Point(2, 1), Point(1, 2)]), f'{p} {p!r}', '%s' % (p,), '%d-%d' % p)
print(Point(Point(1, 2), [3]), p in [(1, 2)], p.count(1), p.index(2))
