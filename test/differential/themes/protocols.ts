// What operators, built-ins and statements ask of an object: arithmetic and reflected methods,
// comparison, hashing, truth, length, items, iteration, calls, formatting, conversions; where a
// method is missing, gives NotImplemented or what it must not give.
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const binary = words('add sub mul truediv floordiv mod pow lshift rshift and or xor matmul');
const outcome: Text = weigh(
  [5, word("('A', repr(o))", "'text'", '7', 'self', 'o')],
  [2, word('NotImplemented')],
  [1, word('None', '-1', '1.5', 'True', '[]', "raise_('op')")],
);

const method: Text = weigh(
  [4, code`def __${word('', 'r', 'i')}${binary}__(self, o, *m): t('${binary}'); return ${outcome}`],
  [3, code`def __${words('lt le gt ge eq ne')}__(self, o): t('compare'); return ${outcome}`],
  [1, code`def __divmod__(self, o): return ${outcome}`],
  [1, code`def __rdivmod__(self, o): return ${outcome}`],
  [2, code`def __hash__(self): return ${word('1', '-1', "'x'", 'True', '2 ** 70', 'None')}`],
  [
    2,
    code`def __bool__(self): t('bool'); return ${word('True', 'False', '1', 'None', "raise_('b')")}`,
  ],
  [2, code`def __len__(self): t('len'); return ${word('0', '2', '3', '-1', '1.5', 'True', "'x'")}`],
  [
    2,
    code`
      def __getitem__(self, k):
          t('getitem', k)
          ${word('if k == 2: raise IndexError', 'if isinstance(k, int) and k > 2: raise StopIteration', 'raise KeyError(k)')}
          return k`,
  ],
  [1, code`def __setitem__(self, k, v): t('setitem', k, v)`],
  [1, code`def __delitem__(self, k): t('delitem', k)`],
  [
    2,
    code`def __contains__(self, x): t('contains', x); return ${word('x', '0', "'yes'", 'NotImplemented')}`,
  ],
  [
    2,
    code`def __iter__(self): t('iter'); return ${word('iter([1, 2, 3])', 'self', '5', '(i for i in "ab")', 'None')}`,
  ],
  [
    1,
    code`def __next__(self): t('next'); ${word('raise StopIteration', 'return 5 if not log[20:] else next(iter([]))', 'raise_("n")')}`,
  ],
  [1, code`def __reversed__(self): return ${word('iter([3])', '5')}`],
  [1, code`def __call__(self, *a, **k): return a, k`],
  [2, code`def __repr__(self): return ${word("'A!'", '5', 'None', "raise_('r')")}`],
  [1, code`def __str__(self): return ${word("'text of A'", '5', 'None')}`],
  [1, code`def __format__(self, s): return ${word("f'<{s}>'", '5', 's')}`],
  [
    1,
    code`def __${words('int index float complex')}__(self): return ${word('5', '1.5', "'x'", 'True', 'None')}`,
  ],
  [
    1,
    code`def __${words('neg pos invert abs trunc floor ceil')}__(self): return ${outcome.map((text) => text.replaceAll(/\bo\b/g, '0'))}`,
  ],
  [1, code`def __round__(self, *n): return n`],
  [
    1,
    code`def __length_hint__(self): t('hint'); return ${word('3', '-1', 'NotImplemented', '"x"')}`,
  ],
  [1, code`__${words('hash iter contains eq add len')}__ = None`],
  [1, code`def __enter__(self): t('enter'); return 5`],
  [1, code`def __exit__(self, *a): t('exit'); return ${word('1', '0', "raise_('e')")}`],
);

const other = word(
  'a',
  'b',
  '1',
  "'s'",
  '[1]',
  'None',
  '1.5',
  '(1,)',
  'A()',
  '{1: 2}',
  '{1}',
  'True',
);
const operator = words('+ - * / // % ** << >> & | ^ @ < <= > >= == !=');

const use: Text = weigh(
  [4, code`${words('a b')} ${operator} ${other}`],
  [3, code`${other} ${operator} ${words('a b')}`],
  [1, code`${words('- + ~ not')} a`],
  [
    3,
    code`${words('abs bool len iter list tuple repr str int float round reversed sorted sum min max any all ascii next callable hex bin')}(a)`,
  ],
  [1, code`${words('divmod pow')}(${choose(code`a, ${other}`, code`${other}, a`)})`],
  [1, code`a[${word('0', '1', '1:2', '::', "'k'", 'a', '...', '1, 2', '-1')}]`],
  [1, code`${other} ${word('in', 'not in')} a`],
  [1, code`f'{a${word('', '!r', '!s', ':x', ':>9', '!r:>5')}}'`],
  [
    1,
    word(
      'hash(a) == hash(a)',
      'a()',
      'a(1, k=2)',
      '{a: 1}',
      '{a}',
      '[*a]',
      '{**a}',
      'print(*a)',
      'dict(a)',
      'set(a)',
      "'%s %r' % (a, a)",
      "'%d' % a",
      "'{:>5}'.format(a)",
      '[1, 2, 3][a]',
      '"abc"[a:]',
      'range(a)',
      '"x" * a',
      '[x for x in a]',
      'dict.fromkeys(a)',
      'a < b < a',
      'a == b == a',
      '[a] == [b]',
      '(1, a) < (1, b)',
      'sorted([a, b])',
      'max(a, b)',
      '[b, a].index(a)',
      '[a, b].count(a)',
      'a in [b]',
      '{a: 1, b: 2}',
      '{a: 1}.get(b)',
      '" ".join(a)',
      'list(zip(a, a))',
      'list(enumerate(a))',
      'list(map(str, a))',
      'a and 5',
      'a or 5',
      '5 if a else 6',
      'isinstance(a, A)',
      'a is a',
      'list(reversed(a))',
      'sum([a, b])',
      'sum([1, a])',
      'all([a])',
      'filter(None, [a]).__next__()',
      'int(a, 5)',
      'chr(a)',
      'math.floor(a)',
      'math.ceil(a)',
      'math.trunc(a)',
      'math.sqrt(a)',
      '[*a, *a]',
      'max(a)',
      'min([a], key=len)',
      'next(iter(a))',
      'round(a, 2)',
      "format(a, 'x')",
      'slice(a, 5).start is a',
      '"abc".find(a)',
      '[].extend(a)',
      '{}.update(a)',
      'str(a, "x")',
      '(lambda *x: x)(*a)',
      '(lambda **x: x)(**a)',
    ),
  ],
);

const statement: Text = weigh(
  [8, use.map((text) => `print(show(${text}))`)],
  [
    2,
    code`x = a\nx ${words('+ - * / // % ** << >> & | ^ @')}= ${other}\nprint(show(x))`.map((text) =>
      text.replaceAll('\\n', '\n'),
    ),
  ],
  [
    1,
    word(
      'x, y = a\nprint(show(x))',
      'x, *y = a\nprint(show(y))',
      'for x in a: print(show(x)); break',
      'if a: print(1)\nelse: print(2)',
      'with a as x: print(show(x)); raise KeyError(1)',
      'a[0] = 1',
      'del a[0]',
      'a[0] += 1',
      'while a: print(1); break',
      'assert a, "no"',
      'x = [1, 2]\nx[a] = 5\nprint(x)',
      'l = [1]\nl[:] = a\nprint(l)',
      'l = [1]\nl += a\nprint(l)',
      's = {1}\ns |= a\nprint(s)',
      'yielded = (lambda: (yield from a))()\nprint(show(list(yielded)))',
    ),
  ],
);

export const protocols: Theme = {
  name: 'protocols',
  body: code`
    import math
    log = []
    def t(*what):
        log.append(what)
        print(*[x if isinstance(x, (str, int)) else type(x).__name__ for x in what])
        if len(log) > 40: raise SystemError('too long')
    def raise_(x): raise LookupError(x)
    def show(x):
        if type(x) in (list, tuple): return [show(each) for each in x]
        if type(x) is str and ' at 0x' in x: return 'text with an address'
        if type(x) in (int, str, float, bool, type(None), type(NotImplemented)): return repr(x)
        return type(x).__name__
    class A:
        ${several(method, 1, 6, '\n')}
    class B${maybe(word('(A)'))}:
        ${several(method, 1, 3, '\n')}
    for a, b in [(A(), B()), (B(), A()), (A(), A())]:
        ${several(
          code`
            try:
                ${statement}
            except Exception as e: print(type(e).__name__, ${word("e if type(e) is not KeyError else ''")})`,
          1,
          4,
          '\n',
        )}
  `,
};
