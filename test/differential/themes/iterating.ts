// The built-in functions over iterables: sum, any, all, zip, map, filter, enumerate, reversed, iter
// and next, len, isinstance, and star-unpacking in calls and displays.
import { choose, code, maybe, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyDict, anyIterable, anyList, anyNumber, modestValue, smallInteger } from './values.ts';

const callable = words('str len abs int None bool (lambda*a:a) (lambda:0) 5 divmod max');
const type = words(
  'int str (int,str) float bool list tuple object (int,(str,list)) 5 None type Exception int|str',
);

const expression = choose(
  code`sum(${anyIterable}${maybe(code`, ${modestValue}`)})`,
  code`sum([${several(anyNumber, 0, 8)}]${maybe(code`, start=${anyNumber}`)})`,
  code`sum([${several(words('1 True False 2 2.5'), 0, 3)}], ${words('True False')})`,
  code`sum(${words('[[1],[2]] ["a","b"] [(1,),(2,)]')}, ${words('[] "" () 0')})`,
  code`${words('any all')}(${anyIterable})`,
  code`list(zip(${several(anyIterable, 0, 3)}))`,
  code`list(zip(${several(anyIterable, 1, 3)}, strict=${words('True False')}))`,
  code`list(map(${callable}, ${several(anyIterable, 1, 2)}))`,
  code`list(map(${callable}, ${anyIterable}, ${anyIterable}, strict=True))`,
  code`list(filter(${callable}, ${anyIterable}))`,
  code`list(enumerate(${anyIterable}${maybe(code`, ${choose(smallInteger, modestValue)}`)}))`,
  code`list(enumerate(${anyIterable}, start=${smallInteger}))`,
  code`list(reversed(${choose(anyList, anyIterable, modestValue)}))`,
  code`next(iter(${anyIterable})${maybe(code`, ${modestValue}`)})`,
  code`next(${modestValue})`,
  code`len(${modestValue})`,
  code`isinstance(${modestValue}, ${type})`,
  code`issubclass(${words('int bool str list ValueError 5 type')}, ${type})`,
  code`callable(${modestValue})`,
  code`type(${modestValue})`,
  code`type(${modestValue}).__name__`,
  code`[*${anyIterable}, *${anyIterable}]`,
  code`(*${anyIterable}, ${smallInteger})`,
  code`{*${words('(1,2) [3] range(4) "a" 5 None')}}`,
  code`{**${choose(anyDict, modestValue)}, 'z': 1}`,
  code`(lambda *a, **k: (a, k))(*${anyIterable}, ${smallInteger}, *${anyIterable}, b=1)`,
  code`(lambda *a, **k: (a, k))(1, **${choose(anyDict, modestValue)}, **${word("{'b': 2}", '{}')})`,
  code`list(iter(${words('[3,2,1].pop [1].pop 5')}, ${words('1 0 9 None')}))`,
  code`divmod(${anyNumber}, ${modestValue})`,
  code`pow(${modestValue}, ${words('2 0 1')}${maybe(code`, ${words('5 None 1.0 0')}`)})`,
  code`abs(${modestValue})`,
  code`round(${modestValue}${maybe(code`, ${smallInteger}`)})`,
  code`${words('zip map filter enumerate reversed iter range sum sorted')}(${modestValue})`,
);
const unpacking = code`
  ${words('a,b a,*b *a,b a,*b,c (a,b),c a,b,c [a,b]')} = ${anyIterable}
  print(a, b)`;
const stepping = code`
  i = ${words('iter zip enumerate reversed')}(${anyList})
  print(next(i), next(i, 'end'), list(i), next(i, 'end'))`;

export const iterating: Theme = {
  name: 'iterating',
  body: weigh([10, shows(expression)], [1, unpacking], [1, stepping]),
};
