// Module functools: partial with its placeholder, reduce, caches and what they count, keys made of
// comparisons, orderings, properties that are kept, and wraps.
import { choose, code, maybe, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIterable, anyList, modestValue, smallInteger } from './values.ts';

const two = word(
  'lambda a, b: a + b',
  'max',
  'lambda a, b: (a, b)',
  'lambda a, b: b',
  'divmod',
  '5',
);
const callee = word('f', 'f', 'max', 'print', 'int', 'dict', 'partial(f, 0)', '5');
const values = several(smallInteger, 0, 3);
const named = word('', ', b=1', ', c=2', ', b=1, c=2', ', z=1', ', base=2', ', key=abs');
const held = weigh([5, smallInteger], [1, word('Placeholder')], [1, modestValue]);

const expression = choose(
  code`reduce(${two}, ${choose(anyList, anyIterable)}${maybe(code`, ${modestValue}`)})`,
  code`partial(${callee}, ${smallInteger}${named})(${values})`,
  code`partial(f, ${several(held, 1, 3)}${named})(${values})`,
  code`partial(partial(f, ${smallInteger}${named}), ${smallInteger})(${values})`,
  code`(lambda p: (p.func is f, p.args, p.keywords))(partial(f, ${smallInteger}${named}))`,
  code`partial(int, base=${words('2 16 3')})(${words("'101' 'ff' '12'")})`,
  code`list(map(partial(pow, ${smallInteger}), ${words('[0,1,2] (2,3)')}))`,
  code`sorted(${anyList}, key=cmp_to_key(lambda a, b: ${word('a - b', 'b - a', '(a > b) - (a < b)', '0', 'len(a) - len(b)')}))`,
  code`max(${anyList}, key=cmp_to_key(lambda a, b: ${word('(a > b) - (a < b)', 'b - a')}))`,
  code`partial(${values})`,
  code`repr(partial(${word('print', 'len', 'int', 'max')}, ${smallInteger}${named}))`,
);
const cached = code`
  calls = []
  @${choose(word('cache', 'lru_cache', 'lru_cache()'), code`lru_cache(${words('maxsize=1 maxsize=2 None 0 -1 2,True maxsize=2,typed=True')})`)}
  def g(${word('x', 'x=0', '*x', 'x, y=2', '**x')}):
      calls.append(x)
      return x
  for v in [${several(words('1 2 3 1.0 True'), 1, 6)}]: g(${word('v', 'v', 'x=v', '')})
  print(calls, g.cache_info(), g.cache_parameters())
  print(g(${choose(smallInteger, modestValue)}))
  print(g.cache_info(), g.cache_clear(), g.cache_info(), g.__name__, g.__wrapped__ is g)`;
const fibonacci = code`
  @${word('cache', 'lru_cache(maxsize=3)', 'lru_cache(maxsize=None)')}
  def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
  print([fib(n) for n in range(${words('5 20 90')})][-1], fib.cache_info())`;
const totals = code`
  @total_ordering
  class C:
      def __init__(self, v): self.v = v
      ${word(
        'def __lt__(self, o): return self.v < o.v',
        'def __le__(self, o): return self.v <= o.v',
        'def __gt__(self, o): return self.v > o.v if isinstance(o, C) else NotImplemented',
        'def __ge__(self, o): return self.v >= o.v',
        'def __str__(self): return "C"',
      )}
      ${word('def __eq__(self, o): return self.v == o.v', 'x = 1')}
      def __repr__(self): return f'C({self.v})'
  a, b = C(${smallInteger}), C(${smallInteger})
  print(a < b, a <= b, a > b, a >= b, a == b, sorted([a, b]))
  print(a ${words('< <= > >=')} ${choose(smallInteger, word('None', 'a', 'C(1)'))})`;
const properties = code`
  class C:
      n = 0
      @cached_property
      def p(self):
          self.n += 1
          return ${choose(smallInteger, modestValue)}
  c = C()
  print(c.p, c.p, c.n, sorted(c.__dict__))
  ${choose(word('c.p = 5', 'del c.p', 'del c.p; del c.p', 'C.p', 'c.p += 1'), code`c.n = ${smallInteger}`)}
  print(c.p, c.n)`;
const wrapped = code`
  def d(h):
      @wraps(h)
      def inner(*a, **k): return h(*a, **k)
      return inner
  @d
  def g(a, b=2):
      'doc'
      return a, b
  print(g.__name__, g.__doc__, g.__qualname__.split('.')[-1], g.__wrapped__(1), g(${values}))`;

const names =
  'partial, Placeholder, reduce, cache, lru_cache, cmp_to_key, total_ordering, cached_property, wraps';

export const functools: Theme = {
  name: 'functools',
  body: code`
    from functools import ${names}
    def f(a, b=2, *c, d=3): return a, b, c, d
    ${weigh(
      [6, shows(expression)],
      [3, cached],
      [1, fibonacci],
      [1, totals],
      [1, properties],
      [1, wrapped],
    )}`,
};
