// `%` with a string on its left: flags, widths, precisions, types, mappings, and arguments that do
// not fit.
import fc from 'fast-check';
import { choose, code, several, shows, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyDict,
  anyFloat,
  anyInteger,
  anyString,
  anyValue,
  modestValue,
  smallInteger,
} from './values.ts';

const optional = (chance: number, text: Text): Text =>
  weigh([10 - chance, word('')], [chance, text]);

const flags = optional(4, word('-', '+', ' ', '0', '#', '-0', '+0', '# ', '+ '));
const width = optional(4, words('1 5 10'));
const precision = optional(4, words('.0 .1 .3 .10 .'));
const types = (all: string): Text =>
  fc.tuple(flags, width, precision, words(all)).map((one) => one.join(''));
const floatType = types('f e g F E G');
const integerType = types('d i u x X o');
const textType = types('s r a c');
const anyType = weigh([5, types('d f s r x g e c a i o')], [1, words('y % z l ld hd ( (a (a)')]);

const scalar = choose(anyInteger, anyFloat, anyString, anyValue);
const expression = choose(
  code`'%${floatType}' % ${choose(anyFloat, anyInteger)}`,
  code`'%${integerType}' % ${choose(anyInteger, anyFloat)}`,
  code`'%${textType}' % (${scalar},)`,
  code`'%${anyType}' % ${scalar}`,
  code`'a%${anyType}b%${anyType}' % (${several(scalar, 2, 2)})`,
  code`'%${anyType} %%' % (${several(choose(smallInteger, scalar), 1, 3)},)`,
  code`'%(a)${anyType}%(b)s' % {'a': ${scalar}, 'b': ${scalar}}`,
  code`'%(a)s' % ${choose(anyDict, anyValue)}`,
  code`'plain' % ${choose(anyValue, word('()', '{}', '[]'))}`,
  code`'%' % ${smallInteger}`,
  code`'%*d|%-*.*f' % (${several(smallInteger, 4, 5)})`,
  code`'%*s' % (${modestValue}, ${scalar})`,
  code`'%s %s' % ${choose(anyValue, word("('a',)", "('a', 'b', 'c')"))}`,
);

export const percentFormatting: Theme = { name: 'percent-formatting', body: shows(expression) };
