from collections import Counter, OrderedDict, defaultdict


def attempt(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
d['a'].append(1)
d['b'].append(2)
d['a'].append(3)
print(d, d['c'], len(d), 'z' in d, d.get('z'), d.default_factory)
n = defaultdict(int, {'x': 1}, y=2)
n['x'] += 5
n['q'] += 1
print(n, dict(n), sorted(n.items()), n == {'x': 6, 'y': 2, 'q': 1})
attempt(lambda: defaultdict()['k'])
attempt(lambda: defaultdict(None)['k'])
attempt(lambda: defaultdict(3))
attempt(lambda: defaultdict(lambda: 1 / 0)['k'])
print(type(d.copy()), n | {'r': 1}, isinstance(n, dict), type(n))
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print({k: dict(v) for k, v in nested.items()})
n.default_factory = None
attempt(lambda: n['none'])
print(defaultdict.fromkeys('ab', 1), n.pop('x'), n.setdefault('s', 3))
for key in n:
    print(key)

o = OrderedDict([('a', 1), ('b', 2)], c=3)
print(o, OrderedDict(), list(reversed(o)))
o.move_to_end('a')
print(o)
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), o)
attempt(lambda: o.move_to_end('zz'))
attempt(lambda: OrderedDict().popitem())
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
print(OrderedDict.fromkeys('aba'), list(OrderedDict.fromkeys('aba')), o | {'z': 0}, o.copy())
o['k'] = 1
del o['b']
o |= {'m': 2}
print(o, len(o), list(o.items()), type(o))

c = Counter('abracadabra')
print(c, c['a'], c['zz'], c.most_common(2), c.most_common(), c.total(), len(c))
print(sorted(c.elements()), Counter(a=2, b=-1), Counter({'x': 3}), Counter())
c.update('aaa')
c.subtract({'b': 5})
c['new'] += 2
del c['nope']
print(c, 'nope' in c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, +Counter(a=1, b=-1), -Counter(a=1, b=-1))
print(a == Counter(b=1, a=3), a == Counter(a=3, b=1, c=0), a == {'a': 3, 'b': 1}, a <= a + b, a < a)
a += b
print(a)
a -= Counter(a=4)
print(a)
a |= Counter(z=9)
a &= Counter(z=5, b=5)
print(a, sum(a.values()), max(a, key=a.get))
attempt(lambda: Counter(5))
attempt(lambda: Counter.fromkeys('ab'))
attempt(lambda: a + 3)
print(type(a.copy()), isinstance(a, dict), Counter([1, 1.0, True]), Counter(Counter('aab')))
print(Counter(word for word in 'a b a'.split()), f'{Counter("a")}', dict(Counter('ab')))
for key, count in Counter('hello').most_common(3):
    print(key, count)
