// `match` with patterns of all kinds, guards, names that are bound, classes with `__match_args__`, and
// what subjects are asked; the errors of patterns that do not fit.
import { code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const name = words('x y z _');
const literal = word(
  '0',
  '1',
  '-1',
  '2.0',
  "'a'",
  "'ab'",
  'None',
  'True',
  'False',
  'P.one',
  '-1.5',
);
const builtinClass = words('int str float bool list tuple dict object P Q R');

/** Names are numbered in the end, since one pattern binds a name once. */
function pattern(depth: number): Text {
  if (depth === 0) return weigh([3, name], [4, literal], [1, code`${builtinClass}()`]);
  const inner = pattern(depth - 1);
  return weigh(
    [2, inner],
    [2, code`[${several(inner, 0, 3)}]`],
    [1, code`(${inner}, *${name})`],
    [1, code`[*${name}, ${inner}]`],
    [1, code`[${inner}, *_, ${inner}]`],
    [1, code`{${several(code`${word("'k'", "'j'", '1', 'None')}: ${inner}`, 0, 1)}}`],
    [1, code`{'k': ${inner}, **${words('x y')}}`],
    [2, code`P(${several(inner, 0, 3)})`],
    [1, code`P(${inner}, ${words('b c')}=${inner})`],
    [1, code`${words('Q R')}(${maybe(inner)})`],
    [1, code`${words('int str bool float list tuple dict')}(${inner})`],
    [1, code`${literal} | ${literal}`],
    [1, code`(${several(literal, 2, 3, ' | ')}) as ${words('x y z')}`],
    [1, code`${builtinClass}() as ${words('x y')}`],
  );
}

/** A name that a pattern has bound already becomes another one. */
function withDistinctNames(text: string): string {
  let count = 0;
  return text.replaceAll(/(?<![\w.'"])[xyz](?![\w'"(])/g, () => 'xyzuvwst'[count++] ?? '_');
}

const distinct = pattern(2)
  .map(withDistinctNames)
  .filter((text) => !/ as _|\*\*_/.test(text));

const isOpen = (text: string): boolean => /^[(]*[a-z_][)]*$/.test(text);

const subject: Text = word(
  '0',
  '1',
  'True',
  '2',
  '-1.5',
  "'a'",
  "'ab'",
  'None',
  '[]',
  '[1]',
  '[1, 2]',
  "(1, 'a')",
  "[1, [2, 'a'], 3]",
  "{'k': 1}",
  "{'k': [1, 2], 'j': 0}",
  '{}',
  '{1: 2}',
  'P(0, 1)',
  "P('a', P(1, 2))",
  'P(1, [1, 2])',
  'Q()',
  'R(5)',
  'range(2)',
  '{1}',
  'int',
  'iter([1])',
  "deque(['a', 1])",
);

export const matching: Theme = {
  name: 'match',
  body: code`
    from collections import deque
    class P:
        one = 1
        ${word("__match_args__ = ('a', 'b')", "__match_args__ = ('a',)", '__match_args__ = ["a"]', "__match_args__ = ('a', 5)", "__match_args__ = ('a', 'a')", 'pass')}
        def __init__(self, a, b): self.a, self.b = a, b
        def __repr__(self): return f'P({self.a!r}, {self.b!r})'
    class Q:
        __match_args__ = ('v',)
        def __getattr__(self, name):
            if name[0] != '_': print('getattr', name)
            ${word('return 1', 'raise AttributeError(name)', "raise KeyError('no')")}
    class R:
        def __init__(self, v): pass
    def show(names):
        known = (int, str, list, dict, tuple, P)
        return {k: v if isinstance(v, known) else type(v).__name__ for k, v in names}
    def test(subject):
        x = y = z = u = v = w = s = t = 'unset'
        match subject:
            ${several(
              distinct
                .filter((text) => !isOpen(text))
                .chain(
                  (text) => code`
                  case ${text}${maybe(word(' if x', ' if print("guard") or True', ' if y == 1', ' if 0'))}:
                      print('case', '${text.replaceAll(/['"\\]/g, '')}')`,
                ),
              1,
              4,
              '\n',
            )}
            ${maybe(code`
              case _:
                  print('other')`)}
        print(show([('x', x), ('y', y), ('z', z), ('u', u), ('v', v), ('w', w)]))
    for make in [${several(
      subject.map((text) => `lambda: ${text}`),
      2,
      6,
    )}]:
        try: test(make())
        except Exception as e: print(type(e).__name__, e)
  `,
};
