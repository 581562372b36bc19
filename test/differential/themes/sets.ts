// Sets and frozen sets, of ints where their order is seen: methods, operators, order, errors.
import fc from 'fast-check';
import { choose, code, several, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIterable, anyList, integerSet, modestValue } from './values.ts';

const element = fc.nat(12).map(String);
const either = weigh([3, integerSet], [1, code`frozenset(${integerSet})`]);
const ordered = choose(
  integerSet,
  code`range(${element}, ${element}, 2)`,
  code`[${several(element, 0, 5)}]`,
);
const member = weigh([4, element], [1, words(`1.0 True 2.0 [] {} set() {1}`)]);

const change = choose(
  code`${words('add remove discard')}(${member})`,
  code`${words('update difference_update intersection_update')}(${ordered})`,
  code`${words('update difference_update intersection_update')}(${ordered}, ${ordered})`,
  code`symmetric_difference_update(${ordered})`,
  code`${words('pop clear copy add remove')}()`,
);
const changed = code`
  s = ${either}
  print(s.${change})
  print(s)`;
const augmented = code`
  s = t = ${either}
  s ${words('|= &= -= ^= +=')} ${choose(either, either, modestValue)}
  print(s, t, s is t)`;

const expression = choose(
  code`${either} ${words('| & - ^')} ${either}`,
  code`${either} ${words('| & - ^ + *')} ${modestValue}`,
  code`${either}.${words('union intersection difference')}(${several(ordered, 0, 2)})`,
  code`${either}.symmetric_difference(${ordered})`,
  code`${either}.${words('intersection difference union symmetric_difference')}(${anyList}) == 5`,
  code`${either}.${words('issubset issuperset isdisjoint')}(${choose(ordered, ordered, anyIterable)})`,
  code`${either} ${words('< <= > >= == !=')} ${either}`,
  code`${either} ${words('< <= > >=')} ${modestValue}`,
  code`${member} in ${either}`,
  code`set(${ordered})`,
  code`len(set(${anyIterable}))`,
  code`frozenset(${ordered})`,
  code`[x for x in ${integerSet}]`,
  code`{${several(element, 1, 4)}, *${ordered}}`,
  code`{${anyList}}`,
  code`sorted(set(${words(`'hello' 'abc' ''`)}), reverse=True)`,
  code`${either}${words('[0] .add .x .__len__() .append(1)')}`,
  code`hash(frozenset(${integerSet})) == hash(frozenset(${integerSet}))`,
  code`{frozenset(${integerSet}): 1}.get(${integerSet})`,
);

export const sets: Theme = {
  name: 'sets',
  body: weigh([3, changed], [1, augmented], [4, shows(expression)]),
};
