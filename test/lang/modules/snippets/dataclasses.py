import dataclasses
from dataclasses import KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import ClassVar, Dict, List, Optional


def attempt(text, call):
    try:
        print(text, '->', call())
    except Exception as e:
        print(text, '->', type(e).__name__ + ':', e)


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, Point(1, 2), Point(x=3, y=4), p == Point(1, 0), p == Point(2), p != Point(1), p == (1, 0))
print(Point.__doc__, Point.__match_args__, Point.y, hasattr(Point, 'x'))
attempt('no argument', lambda: Point())
attempt('too many', lambda: Point(1, 2, 3))
attempt('unknown', lambda: Point(1, z=3))
attempt('twice', lambda: Point(1, x=3))
attempt('order', lambda: p < Point(2))
attempt('hash', lambda: hash(p))
attempt('in a set', lambda: {p})
p.x = 10
p.z = 'more'
print(p, p.z, p.__dict__)

match Point(5, 6):
    case Point(a, b):
        print('matched', a, b)


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default='', compare=False)


print(sorted([Version(2), Version(1, 5, 'b'), Version(1, 2, 'a')]))
print(Version(1, 2, 'x') == Version(1, 2, 'y'), Version(1) < Version(1, 1), Version(3) >= Version(2))
attempt('other class', lambda: Version(1) < 3)


@dataclass(frozen=True)
class Key:
    name: str
    size: int = 1

    @property
    def label(self):
        return f'{self.name}/{self.size}'


k = Key('a')
print(k, k.label, hash(k) == hash(Key('a', 1)), {k: 1}[Key('a')], len({Key('a'), Key('a'), Key('b')}))


def change():
    k.name = 'b'


def remove():
    del k.name


attempt('assign', change)
attempt('delete', remove)
print(issubclass(FrozenInstanceError, AttributeError), FrozenInstanceError)


@dataclass
class Job:
    name: str
    tags: List[str] = field(default_factory=list)
    options: Dict[str, int] = field(default_factory=dict, repr=False)
    count: ClassVar[int] = 0
    done: bool = field(default=False, init=False)
    parent: Optional['Job'] = None
    _secret: 'int' = field(default=7, repr=False, compare=False)

    def __post_init__(self):
        Job.count += 1
        self.name = self.name.upper()

    def run(self):
        self.done = True
        return self


a = Job('a')
b = Job('b', ['x'], parent=a)
a.tags.append('only a')
print(a, b, Job.count, Job('c').tags, b.run().done)
print([f.name for f in fields(Job)], [f.name for f in fields(b) if f.init])
print(asdict(b))
print(astuple(b))
print(asdict(b)['tags'] is b.tags, asdict(b)['parent'])
print(replace(b, name='z', tags=[]))
attempt('replace init=False', lambda: replace(b, done=True))
attempt('replace unknown', lambda: replace(b, what=1))
attempt('asdict of a class', lambda: asdict(Job))
attempt('astuple of an int', lambda: astuple(3))
attempt('fields of an int', lambda: fields(3))
attempt('replace of an int', lambda: replace(3))
print(is_dataclass(Job), is_dataclass(a), is_dataclass(3), is_dataclass(int))
print(fields(Point)[0].type, fields(Point)[1].default, fields(Point)[0].default is MISSING)


@dataclass
class Base:
    x: int
    y: int = 1


@dataclass
class Child(Base):
    z: int = 2
    x: int = 9

    def total(self):
        return self.x + self.y + self.z


print(Child(), Child(1, 2, 3).total(), Child() == Base(9, 1), isinstance(Child(), Base))


@dataclass
class Options:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int


print(Options(1, c=3))
attempt('keyword only', lambda: Options(1, 2, 3))
attempt('missing keyword', lambda: Options(1))


@dataclass(kw_only=True)
class Named:
    first: str
    last: str = 'none'


print(Named(first='a'), Named.__match_args__, Named.__doc__)
attempt('two missing', lambda: Options())
attempt('positional', lambda: Named('a'))


@dataclass
class Scaled:
    value: float
    factor: InitVar[int] = 2
    result: float = field(init=False)

    def __post_init__(self, factor):
        self.result = self.value * factor


print(Scaled(1.5), Scaled(1.5, 4), Scaled.factor)


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 3


s = Slotted(1)


def add_attribute():
    s.z = 1


attempt('slots', add_attribute)
print(s, Slotted.__slots__)


def mutable_default():
    @dataclass
    class Wrong:
        x: list = []


def mutable_dict():
    @dataclass
    class Wrong:
        x: dict = {}


def order_of_defaults():
    @dataclass
    class Wrong:
        x: int = 1
        y: int


def both():
    return field(default=1, default_factory=list)


def no_annotation():
    @dataclass
    class Wrong:
        x = field(default=1)


def class_variable():
    @dataclass
    class Wrong:
        x: ClassVar[list] = field(default_factory=list)


def thaw():
    @dataclass
    class Wrong(Key):
        more: int = 1


def freeze():
    @dataclass(frozen=True)
    class Wrong(Base):
        more: int = 1


def ordered_without_eq():
    @dataclass(eq=False, order=True)
    class Wrong:
        x: int


def own_order():
    @dataclass(order=True)
    class Wrong:
        x: int

        def __lt__(self, other):
            return True


for each in (mutable_default, mutable_dict, order_of_defaults, both, no_annotation, class_variable,
             thaw, freeze, ordered_without_eq, own_order):
    attempt(each.__name__, each)


@dataclass
class Custom:
    x: int

    def __repr__(self):
        return f'<{self.x}>'

    def __eq__(self, other):
        return 'always'


print(Custom(1), Custom(1) == Custom(2))


@dataclass(eq=False)
class Identity:
    x: int


print(Identity(1) == Identity(1), len({Identity(1), Identity(1)}))


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: list = field(hash=False, default_factory=list)


print(hash(Hashed(1)) == hash(Hashed(1, [2])), Hashed(1) == Hashed(1, [2]))


@dataclass
class Failure(Exception):
    code: int
    reason: str = 'none'


try:
    raise Failure(3)
except Failure as e:
    print(repr(e), e.code, e.args, str(e))


@dataclass
class Node:
    value: int
    next: 'Node | None' = None


n = Node(1)
n.next = n
print(n)


class Outer:
    @dataclass
    class Inner:
        x: int


print(Outer.Inner(1))
print(Point.__init__.__name__, Point.__eq__.__qualname__)
print(dataclasses.field.__name__)
