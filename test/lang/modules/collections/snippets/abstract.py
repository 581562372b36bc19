import collections.abc
from collections import abc, ChainMap
from collections.abc import *
from collections.abc import Awaitable, Callable, Iterable, AsyncIterator, Coroutine, Mapping
import collections
def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
async def co(): pass
async def ag(): yield 1
k = co(); g = ag()
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
class Aw:
    def __await__(self): yield
class AI:
    def __aiter__(self): return self
    async def __anext__(self): raise StopAsyncIteration
class Seq(collections.abc.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
class M(collections.abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
values = {'co': k, 'ag': g, 'It': It(), 'Aw': Aw(), 'AI': AI(), 'list': [1], 'tuple': (), 'dict': {}, 'set': set(), 'fs': frozenset(), 'str': '', 'int': 1, 'range': range(2), 'gen': (x for x in []), 'fn': t, 'cls': It, 'keys': {}.keys(), 'items': {}.items(), 'values': {}.values(), 'deque': collections.deque(), 'Counter': collections.Counter(), 'iter': iter([]), 'none': None}
for name in 'Hashable Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Iterable Iterator Reversible Generator Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence MutableSequence'.split():
    cls = getattr(collections.abc, name)
    print(name, cls, [n for n, v in values.items() if isinstance(v, cls)])
k.close()
t(lambda: Callable[[int], str]); t(lambda: Awaitable[int]); t(lambda: abc.Mapping is Mapping)
t(lambda: Seq()[1]); t(lambda: list(Seq())); t(lambda: 20 in Seq()); t(lambda: Seq().index(20)); t(lambda: list(reversed(Seq()))); t(lambda: Seq().count(10))
m = M(); m['a'] = 1
t(lambda: m.get('b', 5)); t(lambda: m.pop('a')); m.update(x=1, y=2); t(lambda: dict(m)); t(lambda: list(m.items())); t(lambda: 'x' in m); t(lambda: m.setdefault('z', 9)); t(lambda: list(m.keys())); t(lambda: m == {'x': 1, 'y': 2, 'z': 9}); t(lambda: m.popitem()); t(lambda: m.pop('nope')); t(lambda: m.clear()); t(lambda: len(m))
t(lambda: Seq.__mro__)
class Bad(collections.abc.Sequence): pass
t(lambda: Bad()); t(lambda: Iterable())
t(lambda: issubclass(dict, Mapping)); t(lambda: issubclass(list, Sequence))
class Wait(Awaitable):
    def __await__(self): yield
t(lambda: isinstance(Wait(), Awaitable))
class IterC(collections.abc.Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
t(lambda: list(IterC()))
class AIt(collections.abc.AsyncIterator):
    async def __anext__(self): raise StopAsyncIteration
t(lambda: AIt().__aiter__() is not None)
