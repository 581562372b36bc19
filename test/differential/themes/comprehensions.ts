// Comprehensions of all four kinds, with several loops and conditions, their scopes, and generator
// expressions as arguments.
import { choose, code, maybe, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIterable, anyList, anyRange, anyValue, smallInteger } from './values.ts';

const element = choose(
  words('x y x*2 x+y (x,y) [x] str(x) x%3 x**2 -x 1/x x<y f"{x}{y}"'),
  code`x ${words('+ - * // % == < >')} ${smallInteger}`,
  code`(x if x else ${anyValue})`,
  code`(y := x)`,
  code`[z for z in ${choose(words('[x,y] x range(3)'), anyRange)}]`,
);
const source = weigh([4, anyRange], [3, anyList], [2, anyIterable]);
const condition = choose(
  words('x y x%2 x>1 x!=y x==2 not(x) len(str(x))>1'),
  code`x in ${source}`,
  code`isinstance(x,${words('int str (int,float)')})`,
);
const loop = code`for x in ${source}${maybe(code` if ${condition}`)}`;
const loops = choose(
  loop,
  code`${loop} for y in ${choose(source, words('[x] range(min(abs(x),5)) (x,x) x'))}${maybe(code` if ${condition}`)}`,
  code`for x, y in ${words('enumerate("abc") zip("ab",[1,2]) [(1,2),(3,4)] {1:2}.items() [1,2] [(1,2,3)]')}`,
  code`for x, *z in ${words('["abc",(1,2)] [(1,2,3)] [()] "ab"')}`,
);
const plain = choose(element, words('x'));

const expression = choose(
  code`[${plain} ${loops}]`,
  code`sorted(str({${plain} ${loops}}))`,
  code`{${plain}: ${element} ${loops}}`,
  code`${words('list sum sorted tuple any all max min')}(${plain} ${loops})`,
  code`dict((x, ${element}) ${loops})`,
  code`'-'.join(str(${plain}) ${loops})`,
  code`[f() for f in [lambda: x ${loop}]]`,
  code`(lambda g: (next(g), list(g), next(g, 'end')))(${plain} ${loops})`,
);
const setting = code`
  x, y = ${choose(smallInteger, anyValue)}, ${choose(smallInteger, anyValue)}
  ${shows(expression)}
  print(x, y)`;
const generator = code`
  y = 5
  g = (${plain} ${loop})
  for _ in range(3): print(next(g))
  print(list(g), g.close(), next(g, None))`;

export const comprehensions: Theme = {
  name: 'comprehensions',
  body: weigh([6, setting], [1, generator]),
};
