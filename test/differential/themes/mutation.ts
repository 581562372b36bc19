// Containers that change while they are walked, the order of dicts under change, sorting with keys
// that tell, comparisons that are chained, and what is evaluated in which order.
import fc from 'fast-check';
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const small = fc.nat(5).map(String);
const told = code`t(${small})`;

const change: Text = choose(
  code`d[${small}] = ${small}`,
  code`d.pop(${small}, None)`,
  code`del d[${small}]`,
  code`d.update({${small}: 1, ${small}: 2})`,
  word('d.popitem()', 'd.clear()', 'd.setdefault(9, 1)', 'd[k] = 0', 'd = {}', 'd |= {7: 7}'),
  code`l.append(${small}) if len(l) < 9 else None`,
  code`l.${word('pop()', 'pop(0)', 'reverse()', 'sort()', 'clear()')}`,
  code`l.remove(${small})`,
  code`l.insert(${small}, ${small}) if len(l) < 9 else None`,
  code`l[${small}:${small}] = [${several(small, 0, 1)}]`,
  code`s.add(${small})`,
  code`s.discard(${small})`,
  code`s.remove(${small})`,
  code`q.append(${small}) if len(q) < 9 else None`,
  word('q.popleft()', 'q.rotate(1)', 'q.clear()', 's.clear()', 'break', 'continue', 'pass'),
);
const walked = word(
  'd',
  'd.items()',
  'd.values()',
  'd.keys()',
  'l',
  's',
  'q',
  'enumerate(l)',
  'reversed(l)',
  'reversed(d)',
  'zip(l, d)',
  'map(t, l)',
  'iter(l)',
  'list(d)',
  '(x for x in l)',
  'filter(None, d)',
  'sorted(d)',
);

const statement: Text = weigh(
  [
    4,
    code`
      n = 0
      for k in ${walked}:
          n += 1
          print('k', k)
          if n > 12: break
          ${several(change, 1, 2, '\n')}
      ${maybe(code`
        else:
            print('else')`)}`,
  ],
  [2, change.map((text) => text.replaceAll(/break|continue/g, 'pass').replaceAll('[k]', '[1]'))],
  [
    1,
    code`print([x for x in ${walked} if not l.append(1) or 1][:5]) if len(l) < 3 else print(l)`.map(
      (text) => text.replace('.append(1)', '.sort()'),
    ),
  ],
  [
    1,
    code`print(${told} ${words('< <= == != > in')} ${word('[1, t(2)]', 't(3)', '{t(1): t(2)}')})`.map(
      (text) => text.replace(/([<>=!]+) \[/, 'in [').replace(/([<>=!]+) \{/, 'in {'),
    ),
  ],
  [1, code`print(${told} < ${told} <= ${told} != ${told})`],
  [1, code`print(${told} and ${told} or not ${told} if ${told} else ${told})`],
  [
    1,
    code`print({${told}: ${told}, ${told}: ${told}}, [${told}, *[${told}]], ${told}:=${told})`.map(
      (text) => text.replace(/, t\(\d\):=t/, ', t'),
    ),
  ],
  [
    1,
    code`print(sorted([${several(small, 0, 6)}], key=${word('t', 'lambda x: -x', 'lambda x: x % 2', 'str', 'lambda x: l.append(x)', 'lambda x: 1 // x')}, reverse=${words('True False')}))`,
  ],
  [
    1,
    code`l.sort(key=lambda x: ${word('l.append(x)', 'len(l)', 'x', '-x', '1 // x', 'print(l)')}); print(l)`,
  ],
  [
    1,
    code`print(${words('max min')}([${several(small, 0, 4)}]${word('', ', key=t', ', default=9', ', key=lambda x: x % 3')}))`,
  ],
  [
    1,
    code`
      ws = [W(v, i) for i, v in enumerate([${several(fc.nat(9).map(String), 2, 20)}])]
      ${word('print(sorted(ws))', 'print(sorted(ws, reverse=True))', 'ws.sort(); print(ws)', 'print(max(ws), min(ws))', 'print(sorted(ws, key=lambda w: -w.v))')}`,
  ],
  [
    1,
    code`it = iter(${walked}); print(next(it, None)); ${change.map((text) => text.replaceAll(/break|continue/g, 'pass').replaceAll('[k]', '[1]'))}; print(next(it, None))`,
  ],
);

export const mutation: Theme = {
  name: 'mutation',
  body: code`
    from collections import deque
    def t(x):
        print('t', x)
        return x
    class W:
        def __init__(self, v, tag): self.v, self.tag = v, tag
        def __lt__(self, o):
            ${word('pass', 'print(self, o)', 'l.append(1)')}
            return self.v < o.v
        def __repr__(self): return f'{self.v}{self.tag}'
    d = {${several(code`${small}: ${small}`, 1, 4)}}
    l = [${several(small, 1, 5)}]
    s = {${several(small, 1, 4)}}
    q = deque([${several(small, 1, 4)}])
    k = 1
    ${several(
      code`
        try:
            ${statement}
        except Exception as e:
            print(type(e).__name__, e)
        print(d, l, sorted(s), q)`,
      1,
      4,
      '\n',
    )}
  `,
};
