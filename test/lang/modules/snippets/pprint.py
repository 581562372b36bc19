from pprint import pprint, pformat, pp
from dataclasses import dataclass, field
def t(f):
    try:
        r = f()
        print(repr(r), type(r).__name__)
    except Exception as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
@dataclass
class P:
    name: str
    items: list = field(default_factory=list)
    secret: int = field(default=0, repr=False)
objs = [list(range(50)), {"a": 1, "b": [1, 2, 3]}, {i: "x" * i for i in range(12)}, {"key%d" % i: {"n": i, "l": list(range(i))} for i in range(8)}, [("tup", i, {"d": i}) for i in range(6)], "short", "word " * 40, ["word " * 20, "a\nb" * 10], {"text": "lorem ipsum " * 12, "n": 1}, (1,), ("x" * 90,), {1, 2, 3}, set(range(40)), frozenset(range(40)), {}, [], (), None, 5, P("a", ["b" * 30, "c" * 30, "d" * 30]), [P("x", [1]), P("y" * 80)], {"b": 1, "a": 2}, {3: 1, "a": 2, None: 3}, [[]] * 30, [True, None, 1.5] * 12, "x" * 100, [{"name": "ann", "tags": ["a", "b"], "address": {"street": "Long Street Name 123", "city": "Springfield", "zip": "12345"}}], "line one\nline two\n" * 5]
for o in objs:
    pprint(o); pprint(o, width=40, compact=True); print(pformat(o, indent=4)); pp(o, depth=2, width=30)
l = [1]; l.append(l)
print(pformat(10**7, underscore_numbers=True)); t(lambda: pformat(1, indent=-1))
