// Comparisons between values of any types, alone and in chains; identity, membership, and the logic
// of truth values.
import { choose, code, lines, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyDict,
  anyIterable,
  anyList,
  anyNumber,
  anySequence,
  anyTuple,
  anyValue,
  integerSet,
} from './values.ts';

const order = words('== != < <= > >=');
const relation = weigh([6, order], [1, lines('is\nis not\nin\nnot in')]);
const logic = words('and or');

const expression = choose(
  code`${anyNumber} ${order} ${anyNumber}`,
  code`${anyNumber} ${order} ${anyNumber} ${order} ${anyNumber}`,
  code`${anyValue} ${order} ${anyValue}`,
  code`${anyList} ${order} ${anyList}`,
  code`${anyTuple} ${order} ${anyTuple}`,
  code`${integerSet} ${order} ${integerSet}`,
  code`${anyDict} ${choose(words('== !='), order)} ${anyDict}`,
  code`${anyValue} in ${anyIterable}`,
  code`${anyValue} not in ${anySequence}`,
  code`${anyNumber} ${relation} ${anyValue}`,
  code`${anyValue} ${logic} ${anyValue}`,
  code`${anyValue} ${logic} not ${anyValue} ${logic} ${anyValue}`,
  code`not (${anyValue} ${logic} ${anyValue})`,
  code`bool(${anyValue})`,
  code`${anyNumber} == ${anyNumber} != ${anyNumber} is not None`,
  code`(${anyValue} if ${anyValue} else ${anyValue})`,
  code`float('nan') ${words('in == < is')} [float('nan')]`,
  code`(lambda x: [x ${order} x, x in [x], [x] == [x], x is x])(${anyValue})`,
);

export const comparisons: Theme = { name: 'comparisons', body: shows(expression) };
