from types import MappingProxyType
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
d = {'a': 1, 'b': [2]}
p = MappingProxyType(d)
print(p, str(p), repr(p), p['a'], len(p), 'a' in p, list(p), p.get('z'), p.get('z', 5), p.keys(), p.values(), p.items(), p.copy(), bool(p), type(p).__name__, dict(p), p == d, p == MappingProxyType(d), {**p})
d['c'] = 3; print(p['c'], p | {'q': 1}, list(reversed(p)), sorted(p.items(), key=str))
def assign(): p['x'] = 1
def delete(): del p['a']
t(assign); t(delete); t(lambda: p['nope']); t(lambda: MappingProxyType([1])); t(lambda: p.update({}) if hasattr(p, 'update') else 'no update')
for k in p: print(k, end=' ')
print(isinstance(p, MappingProxyType))
