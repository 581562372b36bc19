import collections
import copy


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class C:
    def __init__(self): self.x = [1]; self.me = self
c = C(); d = copy.copy(c); e = copy.deepcopy(c)
print(d.x is c.x, e.x is c.x, e.me is e, d.me is c)
t(lambda: copy.deepcopy([1, [2, (3, [4])], {'a': {5}}])); t(lambda: copy.copy({'a': 1})); t(lambda: copy.copy({1, 2})); t(lambda: copy.copy((1, 2))); t(lambda: copy.deepcopy(None)); 
class K:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
t(lambda: copy.copy(K())); t(lambda: copy.deepcopy([K()])); t(lambda: copy.deepcopy(print) is print); t(lambda: copy.deepcopy(ValueError('x', [1]))); t(lambda: copy.copy(t) is t); t(lambda: copy.copy(C) is C)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m, m[1] is m)
t(lambda: copy.deepcopy(collections.deque([1, [2]], 3))); t(lambda: copy.copy(collections.Counter('aab'))); t(lambda: copy.deepcopy(collections.defaultdict(list, a=[1]))); t(lambda: copy.copy(collections.OrderedDict(a=1)))
P = collections.namedtuple('P', 'x y'); t(lambda: copy.copy(P(1, [2]))); t(lambda: copy.deepcopy(P(1, [2])))
t(lambda: copy.replace(P(1, 2), x=3)); t(lambda: copy.deepcopy((i for i in [])))
