// Dicts and their views: methods, operators, order of keys, errors; equal keys of different types.
import fc from 'fast-check';
import { choose, code, maybe, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyDict,
  anyIterable,
  anyString,
  integerSet,
  modestValue,
  smallInteger,
} from './values.ts';

const key = weigh([4, smallInteger], [3, anyString], [2, modestValue]);
const pairs = weigh(
  [4, code`[${several(code`(${key}, ${smallInteger})`, 0, 3)}]`],
  [1, code`[${several(choose(anyString, modestValue), 1, 3)}]`],
  [2, anyDict],
  [1, anyIterable],
);
const change = choose(
  code`get(${key}${maybe(code`, ${modestValue}`)})`,
  code`pop(${key}${maybe(code`, ${modestValue}`)})`,
  code`setdefault(${key}${maybe(code`, ${modestValue}`)})`,
  code`update(${pairs})`,
  code`update(${maybe(code`${pairs}, `)}a=${smallInteger}, b=2)`,
  code`${words('popitem clear copy keys values items get pop update')}()`,
  code`${words('get pop items clear update')}(1, 2, 3)`,
);
const changed = code`
  d = ${anyDict}
  print(d.${change})
  print(d)`;
const assigned = code`
  d = ${anyDict}
  ${choose(
    code`d[${key}] = ${modestValue}`,
    code`del d[${key}]`,
    code`d[${key}] += 1`,
    code`d |= ${choose(pairs, modestValue)}`,
    code`d = d | ${choose(anyDict, modestValue)}`,
    code`d = {**d, **${choose(anyDict, modestValue)}}`,
    code`d[1], d[1.0], d[True] = 'a', 'b', 'c'`,
    code`for k in d: d[${key}] = 1`,
    code`for k in d: del d[k]`,
    code`for k in list(d): del d[k]; d[k] = 5`,
    code`for k in d: print(k, d.popitem()); d[k, k] = 5`,
  )}
  print(d, len(d), list(d))`;
/** Of ints, so that the order of what is made of its keys is known. */
const numbered = code`{${several(
  fc.nat(40).map((each) => `${each}: 0`),
  0,
  7,
)}}`;
const view = code`${anyDict}.${words('keys() values() items()')}`;

const expression = choose(
  code`dict(${pairs})`,
  code`dict(${maybe(code`${pairs}, `)}**{'x': 1})`,
  code`${anyDict}[${key}]`,
  code`${key} in ${anyDict}`,
  code`${words('list tuple sorted len reversed set')}(${view}) == 5`,
  code`${words('list tuple len')}(${view})`,
  view,
  code`list(reversed(${choose(anyDict, view)}))`,
  code`${anyDict} ${words('== != | < + -')} ${choose(anyDict, modestValue)}`,
  code`${numbered}.keys() ${words('& | - ^')} ${choose(integerSet, code`${numbered}.keys()`, words('[1,2,9] None 5 1.5 (1,7) {4:1} len [[]]'))}`,
  code`${choose(integerSet, words('[1,2,9] None (1,7) {4:1}'))} ${words('& | - ^')} ${numbered}.keys()`,
  code`${numbered}.${words('keys items')}().isdisjoint(${choose(integerSet, anyIterable)})`,
  code`sorted(${numbered}.items() ${words('& | - ^')} ${numbered}.items())`,
  code`{1: 1, 2: 2}.keys() ${words('== <= < >=')} ${choose(integerSet, word('{1: 0}.keys()'))}`,
  code`{1: 2}.items() == ${word('{1: 2}.items()', '{(1, 2)}', '[(1, 2)]')}`,
  code`dict.fromkeys(${anyIterable}${maybe(code`, ${modestValue}`)})`,
  code`{${several(code`${key}: ${smallInteger}`, 1, 4)}}`,
  code`{${key}: 1, **${anyDict}, ${key}: 2}`,
);

export const dicts: Theme = {
  name: 'dicts',
  body: weigh([4, changed], [3, assigned], [5, shows(expression)]),
};
