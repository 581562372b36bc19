// Sorting: sorted and list.sort with keys and in reverse, stability, values that cannot be ordered;
// min and max with keys and defaults.
import { choose, code, maybe, several, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyIterable,
  anyNumber,
  anyString,
  anyTuple,
  modestValue,
  smallInteger,
} from './values.ts';

const pairs = code`[${several(code`(${words('0 1 2')}, ${words("'a' 'b' 'c' 'd'")})`, 0, 12)}]`;
const numbers = code`[${several(choose(smallInteger, anyNumber), 0, 10)}]`;
const strings = code`[${several(anyString, 0, 8)}]`;
const mixed = code`[${several(modestValue, 0, 4)}]`;
const tuples = code`[${several(anyTuple, 0, 4)}]`;
const items = weigh([3, pairs], [3, numbers], [2, strings], [2, mixed], [1, tuples]);
const key = choose(
  words('None len str abs repr str.lower 5'),
  words(`(lambda:1) (lambda*a:a)`),
  code`(lambda x: ${words('x[0] x[1] -x x%3 (x[1],x[0]) None str(x) 0 x==1')})`,
);
const direction = words('True False 1 0 None');
const options = choose(
  words(' '),
  code`, key=${key}`,
  code`, reverse=${direction}`,
  code`, key=${key}, reverse=${direction}`,
);
const onPairs = code`${pairs}, key=lambda p: p[${words('0 1 0')}]${maybe(code`, reverse=${direction}`)}`;

const expression = choose(
  code`sorted(${items}${options.map((one) => one.trim())})`,
  code`sorted(${onPairs})`,
  code`sorted(${anyIterable}${options.map((one) => one.trim())})`,
  code`${words('min max')}(${items}${options.map((one) => one.replace(/, reverse.*/, '').trim())})`,
  code`${words('min max')}(${items}, default=${modestValue})`,
  code`${words('min max')}(${several(choose(smallInteger, anyNumber, modestValue), 1, 4)})`,
  code`${words('min max')}(${several(smallInteger, 2, 4)}, key=${key})`,
  code`${words('min max')}(${onPairs.map((one) => one.replace(/, reverse=.*/, ''))})`,
  code`list(reversed(sorted(${numbers})))`,
);
const inPlace = code`
  x = ${items}
  print(x.sort(${options.map((one) => one.replace(/^, /, '').trim())}))
  print(x)`;
const failing = code`
  x = [3, 1, 'a', 2]
  try: x.sort(key=${words('None len str')})
  except TypeError as e: print(e)
  print(x)`;
const changing = code`
  x = [3, 1, 2]
  x.sort(key=lambda v: ${words('x.append(v) x.clear() len(x) x.insert(0,v)')})
  print(x)`;
const seen = code`
  seen = []
  print(sorted(${pairs}, key=lambda p: seen.append(p) or p[0]), seen)`;

export const sorting: Theme = {
  name: 'sorting',
  body: weigh([12, shows(expression)], [4, inPlace], [1, failing], [2, changing], [1, seen]),
};
