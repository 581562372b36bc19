// Expressions that bind and choose: walrus, conditional expressions, lambdas with defaults and
// closures, chained assignment and unpacking, order of evaluation.
import { choose, code, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIterable, anyValue, smallInteger } from './values.ts';

const traced = code`t(${smallInteger})`;
const expression = choose(
  code`(y := ${anyValue}, y)`,
  code`[y := ${smallInteger}, y ** 2, y + 1]`,
  code`(y if (y := ${anyValue}) else 'empty')`,
  code`[z for z in range(5) if (w := z * 2) > ${smallInteger}]`,
  code`(lambda a, b=${anyValue}: (a, b))(${several(smallInteger, 1, 2)})`,
  code`(lambda: (lambda: x)())()`,
  code`[(lambda i=i: i)() for i in range(3)]`,
  code`[f() for f in [lambda: i for i in range(3)]]`,
  code`(lambda *a, k=1, **kw: (a, k, kw))(${several(smallInteger, 1, 3)}, k=x, z=${smallInteger})`,
  code`(lambda f: f(f, ${words('0 1 5 6')}))(lambda f, n: 1 if n <= 1 else n * f(f, n - 1))`,
  code`${traced} + ${traced} * ${traced}`,
  code`${traced} < ${traced} < ${traced}`,
  code`${traced} and ${traced} or ${traced}`,
  code`[${traced}, ${traced}][${traced}]`,
  code`{${traced}: ${traced}, ${traced}: ${traced}}`,
  code`(lambda *a, **k: (a, k))(${traced}, *[${traced}], k=${traced}, **{'z': ${traced}})`,
  code`${traced} if ${traced} else ${traced}`,
  code`not ${traced} in [${traced}, ${traced}]`,
  code`f'{${traced}}{${traced}:{${traced}}}'`,
  code`'abcdef'[${traced}:${traced}]`,
  code`(t)(t(${smallInteger}))`,
  code`(${traced}, *(${traced}, ${traced}), ${traced})`,
  code`x.y if ${traced} else ${traced}`,
  code`t(1) == t(${smallInteger}) != t(2) in [t(2)]`,
  code`pow(${traced}, abs(${traced}), ${traced})`,
);
const binding = code`
  ${word(
    'a = b = c = x',
    'a, b = b, a = 1, 2; c = 0',
    '(a, b), c = [1, 2], x',
    '*a, b = 1, 2, 3; c = a',
    'a, *b, c = range(x)',
    'a, (b, *c) = 1, "xyz"',
    'a = [1, 2]; a[0], b = a[1], a[0]; c = a',
    'i = 0; a = [0, 0]; i, a[i] = 1, 9; b = c = i',
    'a = {}; a["k"], b = 1, 2; c = a',
    'a, b, c = x',
    'a, b, c = 1, 2',
    'a, b = 1, 2, 3; c = 0',
    'a, b, *c = [1]',
    'a = b = c = []; a.append(x)',
    'a: int = 5; b = c = a',
    '[a, b, c] = "xyz"',
    'a = b = c = 1; del x; print(x)',
  )}
  print(a, b, c)`;
const unpacking = code`
  ${words('a,b,c a,*b,c *a,b,c a,b,*c (a,b),c')} = ${weigh([3, anyIterable], [1, anyValue])}
  print(a, b, c)`;
const setting = code`
  x = ${smallInteger}
  def t(v):
      print('t', v)
      return v
  ${weigh([5, shows(expression)], [1, binding], [1, unpacking])}`;

export const expressions: Theme = { name: 'expressions', body: setting };
