// Indices and slices: reading, assigning and deleting, with every sign and step, in lists and in
// what refuses it.
import { choose, code, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIndex, anyIterable, anyList, anySequence, anySlice, modestValue } from './values.ts';

const list = choose(anyList, code`list(range(${words('0 1 5 8')}))`);
const target = weigh([6, list], [1, modestValue]);

const reading = shows(
  code`${anySequence}[${anySlice}]`,
  code`${anySequence}[${anyIndex}]`,
  code`${modestValue}[${choose(anyIndex, anySlice)}]`,
  code`${anySequence}[${anySlice}][${anySlice}]`,
  code`(lambda x: x[${anySlice}] + x[${anySlice}])(${list})`,
);
const writing = code`
  x = ${target}
  ${choose(
    code`x[${anySlice}] = ${anyIterable}`,
    code`x[${anySlice}] = [1, 2, 3][:${words('0 1 2 3')}]`,
    code`x[${anySlice}] = x`,
    code`x[${anyIndex}] = ${modestValue}`,
    code`del x[${anyIndex}]`,
    code`del x[${anySlice}]`,
    code`x[${anySlice}] += ${anyIterable}`,
    code`x[${anyIndex}] += 1`,
    code`x[${anySlice}] *= 2`,
    code`x[${anyIndex}], x[${anyIndex}] = 7, 8`,
  )}
  print(x)`;

export const slices: Theme = { name: 'slices', body: weigh([1, reading], [1, writing]) };
