// Tracebacks as text: the frames that an error passed, the marks under what failed, causes and
// contexts, notes, groups, repeated frames, and what is guessed behind a message.
import fc from 'fast-check';
import { choose, code, maybe, several, type Text, weigh, word } from '../text.ts';
import type { Theme } from '../theme.ts';

const number = fc.nat(9).map(String);

/** Expressions that fail, alone or somewhere inside of others. */
const failing: Text = word(
  '1 / 0',
  'x.nothing',
  'x[9]',
  "d['k']",
  'x()',
  'len(5)',
  "int('q')",
  'a.valu',
  'a.value.foo',
  'a.meth(1)',
  'a.fail()',
  'a.prop',
  'a + 1',
  '-a',
  'a[0]',
  'f(0)',
  'g(*x)',
  "'a' + 1",
  'x[0] + None',
  "d['m']['n']['o']",
  'd.get(1).foo',
  '(lambda: 1 / 0)()',
  '[1 / y for y in x]',
  'list(1 / y for y in x)',
  'sum(map(f, [1, 0]))',
  'next(iter(()))',
  'x.index(7)',
  '(1).real.imag.foo',
  "f'{1 / 0}'",
  'a < 1',
  'not a.foo',
  '1 if a.foo else 2',
  'x[1:2].foo',
  '(yy := 1 / 0)',
  "'ü' + x",
  'print(1, *5)',
  'sorted([1, None])',
  'max([])',
  'E(1).args[3]',
  'a.set()',
);
const whole: Text = weigh(
  [4, failing],
  [1, code`f(1) + (${failing})`],
  [1, code`[${failing}, 2]`],
  [1, code`print(1, ${failing})`],
  [1, code`(${failing}) + 1`],
  [
    1,
    code`
      (1 +
           (${failing}))`,
  ],
  [
    1,
    code`
      print(
          ${failing},
          2,
      )`,
  ],
  [1, code`x[0] if ${failing} else 1`],
  [1, code`{1: ${failing}}`],
);

const statement: Text = weigh(
  [4, whole],
  [2, code`z = ${whole}`],
  [1, code`x[0] = ${failing}`],
  [1, code`return ${whole}`],
  [1, code`raise E(${number})`],
  [1, code`raise E(${number}) from E(${number})`],
  [1, code`raise E('a\\nb')`],
  [
    1,
    code`assert ${word('0', 'x == 1', 'not x')}${maybe(code`, ${word("'text'", '(1, 2)', 'x')}`)}`,
  ],
  [1, code`z, w = x`],
  [1, code`z, *w, v, u = 1, 2`],
  [1, code`del d['k']`],
  [1, code`x[7] = 1`],
  [1, code`a.prop = 1`],
  [1, code`x[0] += 'a'`],
  [1, code`d['k'] += 1`],
  [1, code`for z in ${word('5', 'gen(0)', 'a', 'zip(x, 5)')}: pass`],
  [1, code`with ${word('5', 'a', 'M()', 'M(), M(1)')}: ${failing}`],
  [1, code`while ${failing}: pass`],
  [1, code`if ${failing}: pass`],
  [1, code`deep(${word('3', '5', '12', '2')})`],
  [1, code`print((lambda *a: a[5])(1, 2))`],
  [
    1,
    code`raise ExceptionGroup('g', [E(1), ${word('KeyError(2)', "ExceptionGroup('h', [E(3)])", 'made()')}])`,
  ],
  [1, code`raise made()`],
  [1, code`global later; later`],
  [
    1,
    code`
      e = E('noted')
      e.add_note(${word("'one'", "'one\\ntwo'", "''")})
      raise e`,
  ],
  [
    1,
    code`
      try: ${failing}
      except Exception${maybe(word(' as e'))}: ${choose(failing, word('raise', 'raise E(2) from None', 'raise E(3)', 'raise E(4) from E(5)'))}`,
  ],
  [
    1,
    code`
      try: ${failing}
      finally: ${choose(failing, word('pass'))}`,
  ],
  [
    1,
    code`
      match ${failing}:
          case 1: pass`,
  ],
  [
    1,
    code`
      class C:
          z = ${failing}`,
  ],
  [
    1,
    code`
      @a.deco
      def inner(): pass`,
  ],
  [1, code`def inner(z=${failing}): pass`],
);

export const tracebacks: Theme = {
  name: 'tracebacks',
  isModule: true,
  body: code`
    import sys, traceback
    class E(Exception): pass
    class A:
        value = 1
        def meth(self): return self.valeu
        def fail(self):
            return self.meth()
        @property
        def prop(self):
            return 1 // 0
        def __add__(self, o): return o.foo
        def set(self): self._v = 1; return self.v
    class M:
        def __init__(self, bad=0): self.bad = bad
        def __enter__(self): return 1 / (1 - self.bad)
        def __exit__(self, *a): raise KeyError('exit')
    def made():
        try: 1 / 0
        except Exception as e: return e
    def f(x): return 1 / x
    def g(a, b=1, *, c): pass
    def h(a, /, b): return a
    def gen(n):
        yield 1 / n
    def deep(n):
        if n == 0: raise E('deep')
        deep(n - 1)
    a = A()
    x = [0]
    d = {'m': {'n': None}}
    def run(x):
        ${several(code`print(${number})`, 0, 1, '\n')}
        ${statement}
    def outer():
        try:
            run(x)
        ${choose(
          word('finally:\n    print("finally")'),
          word(
            'except LookupError as e:\n    raise E(1) from e',
            'except LookupError:\n    raise',
            'except E as e:\n    raise e',
          ),
        )}
    if not x: later = 1
    for call in [run, lambda x: outer()]:
        try: call(x)
        except Exception as e:
            traceback.print_exc(file=sys.stdout)
            ${maybe(word('print(traceback.format_exception_only(e))', 'print(len(traceback.format_exception(e)))', 'print(traceback.format_exc(limit=1))', 'print(traceback.format_exc(limit=-1))', 'print(traceback.format_exc(chain=False))'))}
  `,
};
