from collections import deque, defaultdict, Counter, OrderedDict
class Ring(deque):
    def __init__(self, items=(), size=3):
        super().__init__(items, maxlen=size)
    def append(self, x):
        print('in', x)
        super().append(x)
r = Ring('ab')
r.append('c'); r.append('d')
print(r, r.maxlen, len(r), r[0], list(r), type(r), repr(r), bool(r), 'd' in r, r.popleft())
class R2(deque): pass
print(R2([1, 2], maxlen=5), type(R2().copy()), R2([1]) == deque([1]), R2([1]) + deque([2]), type(R2([1]) + deque([2])))
class Tree(defaultdict):
    def __init__(self):
        super().__init__(Tree)
t = Tree()
t['a']['b']['c'] = 1
print(t['a']['b'], type(t['x']))
class DD(defaultdict):
    def __missing__(self, key):
        self[key] = value = self.default_factory(key)
        return value
d = DD(lambda k: k * 2)
print(d[4], d['x'], dict(d))
print(DD(list, a=1).copy)if False else print(type(DD(list).copy()), DD(list))
class C(Counter):
    def top(self): return self.most_common(1)[0]
    def __missing__(self, key): return -1
c = C('abracadabra')
print(c, c.top(), c['zz'], c['a'], type(c + Counter('a')), type(c.copy()), c == Counter('abracadabra'))
c.update('zzz')
print(c['z'], sum(c.values()), c.total())
class LRU(OrderedDict):
    def __init__(self, cap): 
        super().__init__()
        self.cap = cap
    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        self.move_to_end(k)
        if len(self) > self.cap:
            oldest = next(iter(self))
            del self[oldest]
l = LRU(2)
l['a'] = 1; l['b'] = 2; l['a']; l['c'] = 3
print(l, list(l), type(l), l == {'a': 1, 'c': 3})
class OC(Counter, OrderedDict): pass
print(OC('hello'), OC.__mro__)
class M:
    def hi(self): return 'hi ' + str(len(self))
class ML(M, list): pass
print(ML([1, 2]).hi())
class Multi(dict):
    def add(self, k, v): self.setdefault(k, []).append(v)
m = Multi(); m.add('a', 1); m.add('a', 2)
print(m, {**m}, dict(**m), sorted(m.items()))
try:
    class Bad(dict, list): pass
except TypeError as e: print(e)
def f(**kw): return kw
print(f(**m))
import copy
n = copy.deepcopy(m); print(n, type(n), n is m, copy.copy(ML([1])), type(copy.copy(ML([1]))))
class Sorted(list):
    def __init__(self, it=()):
        super().__init__(sorted(it))
    def insort(self, x):
        import bisect
        bisect.insort(self, x)
s = Sorted([3, 1, 2]); s.insort(2.5); print(s, Sorted())
print(s.copy(), type(s.copy()), type(s * 2), [1] + s, s == Sorted([1,2,2.5,3]), s > [0])
s.sort(key=lambda v: -v); print(s, s.pop(), s.reverse(), s)
del s[0]; s[0] = 'x'; s[1:] = [5, 6]; print(s)
