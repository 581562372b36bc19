from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique
import json
class Color(str, Enum):
    RED = 'red'
    GREEN = 'green'
print(Color.RED, repr(Color.RED), f'{Color.RED}', '%s' % Color.RED, Color.RED == 'red', 'red' == Color.RED, Color.RED != 'x', Color('red') is Color.RED)
print(Color.RED.upper(), Color.RED + '!', '<' + Color.RED, len(Color.RED), 'e' in Color.RED, Color.RED in 'a red b', list(Color.RED), Color.RED[0], isinstance(Color.RED, str))
print({Color.RED: 1}['red'], {'red': 2}[Color.RED], hash(Color.RED) == hash('red'), json.dumps({'c': Color.RED, Color.GREEN: 1}), ','.join([Color.RED, 'x']), sorted([Color.RED, Color.GREEN, 'a']), Color.RED < 'z', bool(Color.RED))
print(Color.RED.value, Color.RED.name, type(Color.RED), Color.__members__, 'red' in Color, list(Color), Color.RED.startswith('r'), 'xred'.endswith(Color.RED))
match 'red':
    case Color.RED: print('matched')
class S(StrEnum):
    A = auto()
    BIG_ONE = auto()
    C = 'see'
print(S.A, repr(S.A), f'{S.BIG_ONE:>8}|', S.C, str(S.C), S('see'), S.A == 'a', list(S), S.BIG_ONE.title(), type(S.A.value), json.dumps([S.A]))
try:
    class Bad(StrEnum): X = 1
except TypeError as e: print(e)
try: S('q')
except ValueError as e: print(e)
class N(int, Enum):
    ONE = 1
    TWO = 2
print(N.ONE, repr(N.TWO), f'{N.ONE}', N.ONE + 1, N.ONE < N.TWO, N(2), json.dumps(N.ONE), N.ONE == 1)
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0
print(P.R, repr(P.R), P.R | P.X, repr(P.R | P.X), P.RW, repr(P.RW), P(0), repr(P.R & P.W), ~P.R, repr(~P.RW), P.R ^ P.RW)
print(list(P), len(P), list(P.__members__), P.R in P.RW, P.X in P.RW, bool(P.NONE), bool(P.R), list(P.RW), len(P.RW), (P.R | P.X) is (P.X | P.R), P(5), P['RW'], P.R == 1, hash(P.R | P.X) == hash(P(5)))
print((P.R | P.X).name, (P.R | P.X).value, P.RW.name, P.R.value, type(P.R | P.X), P(7))
class Q(Flag):
    A = 1
    B = 2
print(repr(Q(0)), str(Q(0)), Q(0).name, ~Q.A, ~Q(0), Q.A & Q.B, Q.A | Q.B)
for bad in (8, -9, 'x'):
    try: print(Q(bad))
    except ValueError as e: print(e)
try: P.R | 1
except TypeError as e: print(e)
try: 1 in P.R
except TypeError as e: print(e)
class M(IntFlag):
    R = 4
    W = 2
    X = 1
print(M.R, repr(M.R), M.R | M.W, repr(M.R | M.W), repr(M.R | 8), repr(~M.R), repr(M(0)), M.R + 1, M.R == 4, repr(M.R | 1), repr(1 | M.R), list(M.R | M.W), M(7), repr(M(7)), f'{M.R}', M.R in M(6), bool(M.R & M.W), int(M(6)))
m = M.R
m |= M.W
m &= ~M.R
print(repr(m), m == M.W, m.name, isinstance(m, int), repr(M.R ^ 5), repr(M(16)), repr(M(-1)), [x.name for x in M])
x = P.R
x |= P.X
print(x, x & P.X == P.X, {P.R: 'r'}[P.R])
class Weekday(Flag):
    MON = auto(); TUE = auto(); WED = auto()
    @classmethod
    def all(cls):
        r = cls(0)
        for d in cls: r |= d
        return r
    def short(self): return '/'.join(d.name[:2] for d in self)
print(Weekday.all(), Weekday.all().short(), Weekday.MON.short())
