import asyncio, collections, copy, json
class Cache(dict):
    """A dict that counts."""
    def __init__(self, *args, limit=2, **kw):
        super().__init__(*args, **kw)
        self.limit = limit
        self.hits = 0
    def __getitem__(self, key):
        self.hits += 1
        return super().__getitem__(key)
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        while len(self) > self.limit:
            del self[next(iter(self))]
    def __missing__(self, key):
        return f'no {key}'
c = Cache({'a': 1}, b=2)
print(c, repr(c), type(c), type(c).__mro__, isinstance(c, dict), len(c), bool(c))
print(c['a'], c['b'], c['zz'], c.hits, c.limit)
c['c'] = 3
print(c, 'a' in c, list(c), c.items(), c == {'b': 2, 'c': 3}, {'b': 2, 'c': 3} == c, c != {})
print(c.__dict__, vars(c), c.get('b'), c.pop('b'), c)
c.update(x=1, y=2, z=3)
print(c, c | {'q': 1}, type(c | {'q': 1}), type(c.copy()), type(copy.copy(c)), dict(c), json.dumps(c))
try: hash(c)
except TypeError as e: print(e)
try: c.nope
except AttributeError as e: print(e)
class Plain(dict): pass
p = Plain(a=1)
p.x = 5
print(p, p.x, p['a'], Plain.fromkeys('ab'), type(Plain.fromkeys('ab')))
try: p['q']
except KeyError as e: print('KeyError', e)
try: Plain(1)
except TypeError as e: print(e)
try: Plain({}, {})
except TypeError as e: print(e)
class AttrDict(dict):
    def __getattr__(self, name):
        try: return self[name]
        except KeyError: raise AttributeError(name) from None
    def __setattr__(self, name, value): self[name] = value
    def __delattr__(self, name): del self[name]
a = AttrDict(x=1)
a.y = 2
print(a.x, a.y, a)
del a.x
print(a)
try: a.zzz
except AttributeError as e: print('AE', e)
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
    def __repr__(self): return f'Stack({super().__repr__()})'
s = Stack([1, 2])
s.push(3)
print(s, s.peek(), s[0], s[1:], type(s[1:]), s + [4], type(s + [4]), s == [1, 2, 3], len(s), [*s], sorted(s, reverse=True))
s += [9]
print(type(s), s, s.__class__.__name__, str(s), f'{s}', max(s), sum(s), 2 in s, s.index(2))
for x in s: print(x, end=' ')
print()
s.name = 'st'
print(s.name, s.__dict__, isinstance(s, list), issubclass(Stack, list), s < [1, 2, 4])
match s:
    case [first, *rest]: print(first, rest)
class Loud(list):
    def append(self, x):
        print('append', x)
        super().append(x)
    def __len__(self): return 42
    def __iter__(self):
        yield 'iter'
    def __getitem__(self, i): return ('item', i)
    def __contains__(self, x): return True
    def __eq__(self, other): return 'eq'
    def __bool__(self): return False
    def __add__(self, o): return 'added'
l = Loud()
l.append(1)
print(len(l), list(l), l[0], l[5], 99 in l, l == 3, bool(l), l + [1], l.__len__(), list.__len__(l), list.__repr__(l), tuple(l), [*l])
try: hash(l)
except TypeError as e: print(e)
class T(set):
    def add(self, x):
        super().add(x)
        return self
t = T([1, 2]).add(3)
print(t, type(t), type(t | {4}), type(t & {1}), type(t - {1}), type(t ^ {1}), type(t.copy()), type(t.union([5])), type(t.intersection([1])), type(t.difference([1])), t == {1, 2, 3}, 2 in t, sorted(t), T(), len(t))
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
q = Pair(1, 2)
print(q, q.a, type(q), q == (1, 2), hash(q) == hash((1, 2)), {q: 1}[(1, 2)], q[0], len(q), q + (3,), type(q[:1]))
x, y = q
print(x, y)
class F(frozenset): pass
print(F([1]), type(F([1]) | {2}), F([1]) == {1}, hash(F([1])) == hash(frozenset([1])))
