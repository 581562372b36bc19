from itertools import *
import itertools
F = [itertools][0]
def addr(t):
    out = ''
    parts = str(t).split('0x')
    for i, part in enumerate(parts):
        if i:
            part = '0x' + part.lstrip('0123456789abcdef')
        out += part
    return out
def take(n, it): return list(islice(it, n))
print(take(3, count()), take(3, count(5, 2)), take(3, count(0.5, 0.25)), take(3, count(10, -3)), take(2, count(2**53 - 1)))
c = count(3); next(c); print(c, count(1, 2), count(1, 1), count(1.5), count(2, 1.0), count(True), count('a') if 0 else '')
print(take(5, cycle('ab')), list(cycle([])), take(3, repeat(1)), list(repeat('x', 2)), repeat(1), repeat(1, 3), repeat(1, -2), list(repeat(1, -2)), repeat(object=1, times=2))
print(list(chain('ab', [1], ())), list(chain.from_iterable(['ab', [1]])), list(chain()))
print(list(islice('abcdef', 2)), list(islice('abcdef', 2, None)), list(islice('abcdef', 1, 5, 2)), list(islice('abc', None)), list(islice('abc', 0)))
print(list(takewhile(lambda x: x < 3, [1,2,3,1])), list(dropwhile(lambda x: x < 3, [1,2,3,1])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0,1,'',2])), list(starmap(pow, [(2,3),[3,2]])), list(compress('abcd', [1,0,True,0])))
print(list(accumulate([1,2,3])), list(accumulate([1,2,3], lambda a,b: a*b)), list(accumulate([1,2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate('abc')))
print(list(product('ab', [1,2])), list(product([0,1], repeat=2)), list(product()), list(product('ab', [])), list(product('ab', repeat=0)))
print(list(permutations('abc')), list(permutations([1,2,3], 2)), list(permutations([1], 2)), list(permutations([], 0)))
print(list(combinations('abcd', 2)), list(combinations([1], 2)), list(combinations([1,2], 0)))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement([], 1)), list(combinations_with_replacement([], 0)))
print(list(pairwise('abcd')), list(pairwise([1])), list(batched('abcdefg', 3)), list(zip_longest('ab', [1], 'xyz', fillvalue='-')), list(zip_longest()), list(zip_longest([1],[2,3])))
for k, g in groupby('aabbba'): print(k, list(g))
for k, g in groupby([1,3,2,4,5], key=lambda x: x % 2): print(k, list(g))
gs = [(k, g) for k, g in groupby('aabb')]
print([(k, list(g)) for k, g in gs])
it = groupby('aabb'); k, g = next(it); print(next(g), k); k2, g2 = next(it); print(list(g), list(g2))
a, b = tee(iter([1,2,3])); print(next(a), next(a), list(b), list(a)); print(tee('ab', 0), len(tee('ab', 3)))
a, b = tee('abc'); next(a); c, d = tee(a); print(list(c), list(b), list(d), list(a))
for it in [count(), cycle('a'), chain(), islice('a', 1), takewhile(None, ''), dropwhile(None, ''), filterfalse(None, ''), starmap(None, ''), accumulate(''), product(), permutations(''), combinations('', 0), combinations_with_replacement('', 0), pairwise(''), batched('', 1), zip_longest(), groupby(''), compress('', ''), tee('')[0]]:
    print(addr(it), type(it), iter(it) is it)
for name, f in [
    ('count x', lambda: F.count('x')), ('count 3', lambda: F.count(1,2,3)), ('cycle 5', lambda: F.cycle(5)), ('repeat', lambda: F.repeat()), ('repeat a', lambda: F.repeat(1, 'a')),
    ('chain 5', lambda: list(F.chain([1], 5))), ('from_it 5', lambda: F.chain.from_iterable(5)), ('islice -1', lambda: F.islice('a', -1)), ('islice x', lambda: F.islice('a', 'x')), ('islice 1', lambda: F.islice('a')), ('islice step0', lambda: F.islice('a', 1, 2, 0)), ('islice start', lambda: F.islice('a', -1, 2)), ('islice float', lambda: F.islice('a', 1.0, 2)), ('islice 5', lambda: F.islice(5, 2)),
    ('takewhile', lambda: F.takewhile(1)), ('takewhile call', lambda: list(F.takewhile(1, [1]))), ('starmap', lambda: list(F.starmap(pow, [1]))), ('acc', lambda: list(F.accumulate([1, 'a']))), ('product rep', lambda: F.product('a', repeat=-1)), ('product x', lambda: F.product('a', repeat='x')), ('product k', lambda: F.product('a', foo=1)), ('product 5', lambda: F.product(5)),
    ('perm neg', lambda: F.permutations('a', -1)), ('perm x', lambda: F.permutations('a', 'x')), ('comb neg', lambda: F.combinations('a', -1)), ('comb x', lambda: F.combinations('a', 'x')), ('comb', lambda: F.combinations('a')), ('cwr', lambda: F.combinations_with_replacement('a', -1)),
    ('pairwise', lambda: F.pairwise(5)), ('pairwise k', lambda: F.pairwise(iterable='a')), ('batched 0', lambda: F.batched('a', 0)), ('batched strict', lambda: list(F.batched('abc', 2, strict=True))), ('batched x', lambda: F.batched('a', 'x')), ('zl5', lambda: F.zip_longest('a', 5)), ('gb', lambda: F.groupby(5)), ('tee neg', lambda: F.tee('a', -1)), ('tee 5', lambda: F.tee(5)), ('compress', lambda: F.compress('a')), ('compress 5', lambda: F.compress('a', 5)), ('len', lambda: len(F.chain())), ('getitem', lambda: F.chain()[0]), ('chain kw', lambda: F.chain(a=1)), ('call', lambda: F.chain()()), ('next', lambda: next(F.chain())), ('ff', lambda: F.filterfalse(1)), ('acc0', lambda: F.accumulate()), ('perm0', lambda: F.permutations())]:
    try: print(name, addr(repr(f())))
    except Exception as e: print(name, '|', type(e).__name__, e)
def noisy(n):
    for i in range(n):
        print('give', i)
        yield i
t = takewhile(lambda x: print('ask', x) or x < 1, noisy(3)); print(list(t), list(t))
print(next(islice(noisy(5), 2, None)))
p = pairwise(noisy(3)); print('made'); print(next(p)); print(next(p))
b = batched(noisy(3), 2); print('made'); print(next(b)); print(next(b), next(b, 'end'))
x = iter([1,2,3,4]); print(list(islice(x, 2)), list(x))
s = islice(iter(range(10)), 1, 8, 3); print(list(s))
x = iter(range(10)); list(islice(x, 1, 5, 10)); print(next(x))
ac = accumulate(noisy(2)); print(next(ac), next(ac))
pr = product(noisy(2), 'a'); print('made', next(pr))
cy = cycle(noisy(2)); print(next(cy), next(cy), next(cy), next(cy))
zl = zip_longest(noisy(1), noisy(2)); print(list(zl))
ch = chain(noisy(1), noisy(1)); print(next(ch), next(ch), next(ch, 'end'))
def bad(x):
    if x == 1: raise ValueError(x)
    return x
f = filterfalse(bad, range(3))
for _ in range(3):
    try: print(next(f))
    except Exception as e: print(repr(e))
r = repeat(5, 3); next(r); print(r, list(r), r)
print([i for i, _ in zip(count(), 'abc')], list(zip(range(2), repeat(None))), sum(chain([1], [2.5])), sorted(chain('ba')), dict(zip_longest('ab', 'c')))
print(isinstance(chain(), chain), chain.__name__, chain.from_iterable([[1]]).__class__)
