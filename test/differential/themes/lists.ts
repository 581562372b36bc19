// Lists, tuples and ranges: methods, operators, augmented assignment, now and then with arguments
// that do not fit.
import { choose, code, maybe, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyIndex,
  anyIterable,
  anyList,
  anyRange,
  anyTuple,
  modestValue,
  smallInteger,
} from './values.ts';

const change = choose(
  code`append(${modestValue})`,
  code`extend(${anyIterable})`,
  code`insert(${anyIndex}, ${modestValue})`,
  code`pop(${maybe(anyIndex)})`,
  code`remove(${choose(smallInteger, modestValue)})`,
  code`index(${choose(smallInteger, modestValue)}${maybe(code`, ${anyIndex}${maybe(code`, ${anyIndex}`)}`)})`,
  code`count(${choose(smallInteger, modestValue)})`,
  code`${words('clear reverse copy sort append pop insert remove extend')}()`,
  code`${words('append clear copy reverse index')}(1, 2)`,
);
const changed = code`
  x = ${choose(anyList, anyList, anyTuple)}
  print(x.${change})
  print(x)`;
const augmented = code`
  x = y = ${choose(anyList, anyTuple)}
  x ${words('+= *= -=')} ${choose(anyIterable, modestValue, smallInteger)}
  print(x, y, x is y)`;
const either = choose(anyList, anyTuple, anyRange);

const expression = choose(
  code`${either} + ${choose(either, modestValue)}`,
  code`${either} * ${choose(smallInteger, modestValue)}`,
  code`${choose(smallInteger, modestValue)} * ${either}`,
  code`${either}.${words('count index')}(${choose(smallInteger, modestValue)})`,
  code`${anyRange}.${words('start stop step')}`,
  code`${anyRange} == ${anyRange}`,
  code`(${anyRange}, len(${anyRange}), list(${anyRange}))`,
  code`${words('list tuple')}(${anyIterable})`,
  code`range(${choose(modestValue, smallInteger)}, ${choose(modestValue, smallInteger)}, ${words('0 1 -1 None 1.5')})`,
  code`${either}${words('.x .append .__class__.__name__ .__len__()')}`,
  code`${modestValue} in ${anyRange}`,
  code`${anyRange}[${anyIndex}]`,
  code`hash(${either}) == hash(${either})`,
);

export const lists: Theme = {
  name: 'lists',
  body: weigh([4, changed], [2, augmented], [4, shows(expression)]),
};
