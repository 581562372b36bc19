// Assignment to targets of every kind: names, attributes, items, slices, stars, nested; chained and
// augmented; the order in which the parts are evaluated, and the errors of unpacking.
import fc from 'fast-check';
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const small = fc.integer({ min: -2, max: 4 }).map(String);
/** What hashes as itself on every platform. */
const plain = fc.nat(4).map(String);

/** A value that is told when it is evaluated. */
function told(text: Text): Text {
  return code`t(${text})`;
}

const sequence: Text = choose(
  code`[${several(small, 0, 4)}]`,
  code`(${several(small, 2, 4)})`,
  code`'${word('', 'a', 'ab', 'abc')}'`,
  code`range(${words('0 1 2 3')})`,
  code`{${several(plain, 1, 3)}}`,
  code`{${several(code`${small}: ${small}`, 0, 3)}}`,
  code`(x for x in [${several(small, 0, 4)}])`,
  code`I(${words('0 1 2 3')})`,
  code`[[${several(small, 1, 3)}], (${small}, ${small})]`,
  word('5', 'None', '1.5', 't', 'I', 'iter([])', 'True'),
);

const place: Text = weigh(
  [3, words('a b c')],
  [2, code`l[t(${small})]`],
  [2, code`d[t(${choose(small, words("'k' None"))})]`],
  [2, code`t(o).${words('p q r')}`],
  [1, code`l[t(${small}):t(${small})]`],
  [1, code`l[::${words('1 2 -1 0')}]`],
  [1, code`t(o)[t(${small})${maybe(word(':', ', 1', ':2, ...'))}]`],
);
const targets: Text = choose(
  code`${place}, ${place}`,
  code`${place}, *${place}`,
  code`*${place}, ${place}`,
  code`${place}, *${place}, ${place}`,
  code`[${place}, ${place}]`,
  code`(${place}, [${place}, *${place}])`,
  code`${place}, (${place}, ${place}), ${place}`,
  code`*${place},`,
  code`[]`,
);
const anyTarget = choose(place, targets);
const operator = words('+ - * / // % ** << >> & | ^ @');

const statement: Text = weigh(
  [3, code`${anyTarget} = ${told(sequence)}`],
  [2, code`${anyTarget} = ${anyTarget} = ${told(sequence)}`],
  [2, code`${targets} = ${told(small)}, ${told(small)}`],
  [2, code`${place} = ${told(small)}`],
  [3, code`${place} ${operator}= ${told(choose(small, sequence))}`],
  [2, code`del ${several(place, 1, 2)}`],
  [1, code`for ${anyTarget} in [${several(sequence, 1, 3)}]: print(show(a), show(b))`],
  [
    1,
    code`print([(show(a), show(b)) for ${choose(words('a,b a,*b (a,b) [a,*b]'))} in [${several(sequence, 1, 3)}]])`,
  ],
  [1, code`print((a := ${told(small)}), show(a))`],
  [
    1,
    code`with o as ${choose(
      place,
      targets.map((text) => `(${text})`),
    )}: print('in')`,
  ],
  [1, code`a, b = b, a`],
  [1, code`${place}: ${word('int', 't(5)', '"str"')}${maybe(code` = ${told(small)}`)}`],
);

export const assignments: Theme = {
  name: 'assignments',
  body: code`
    def show(x):
        if isinstance(x, list): return [show(each) for each in x]
        if isinstance(x, dict): return {k: show(v) for k, v in x.items()}
        return repr(x) if isinstance(x, (int, str, tuple, type(None))) else type(x).__name__
    def t(x):
        print('t', show(x))
        return x
    class I:
        def __init__(self, n): self.n = n
        def __repr__(self): return 'I'
        def __iter__(self): return self
        def __next__(self):
            print('next', self.n)
            self.n -= 1
            if self.n < 0: raise StopIteration
            return self.n
    class O:
        q = [1]
        def __getitem__(self, k): print('get', k); return 5
        def __setitem__(self, k, v): print('set', k, show(v))
        def __delitem__(self, k): print('del', k)
        def __enter__(self): return [1, 2]
        def __exit__(self, *args): pass
        def __getattr__(self, n): print('getattr', n); raise AttributeError(n)
    a = b = c = 0
    l = [1, 2, 3]
    d = {'k': 1}
    o = O()
    ${several(
      code`
        try:
            ${statement}
        except Exception as e:
            print(type(e).__name__, e)`,
      2,
      6,
      '\n',
    )}
    print([show(x) for x in [a, b, c, l, d, vars(o)]])
  `,
};
