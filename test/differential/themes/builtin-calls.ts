// Calls of built-in functions, classes and methods with arguments of the wrong number or name.
import fc from 'fast-check';
import { choose, code, shows, type Text, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { modestValue, smallInteger } from './values.ts';

const functions =
  words(`len repr ascii format min max sum sorted any all abs round divmod pow isinstance
  issubclass callable iter next getattr hasattr setattr chr ord bin oct hex enumerate zip map filter
  reversed range int float str bool list tuple dict set frozenset object print`);
const methods =
  words(`'a'.upper 'a'.split 'a'.join 'a'.replace 'a'.find 'a'.center 'a'.startswith 'a'.strip
   'a'.format 'a'.zfill 'a'.partition 'a'.splitlines 'a'.expandtabs 'a'.count 'a'.translate
  [].append [].pop [].insert [].sort [].index [].extend [].copy [].count [].remove [].reverse
  [].clear
  {}.get {}.pop {}.items {}.update {}.setdefault {}.popitem {}.fromkeys {}.keys {}.copy {}.clear
  {1}.add {1}.union {1}.pop {1}.discard {1}.issubset {1}.update {1}.copy ().count ().index
  (1).bit_length (1).bit_count (1.5).is_integer (1.5).as_integer_ratio range(3).index range(3).count
  str.upper list.append dict.get int.bit_length str.join dict.fromkeys`);
const argument = weigh([3, smallInteger], [1, words(`'a' None [] [1,2] str`)], [1, modestValue]);
const keyword = fc
  .tuple(
    fc.constantFrom(
      'key',
      'x',
      'sep',
      'default',
      'reverse',
      'start',
      'strict',
      'end',
      'iterable',
      'self',
      'maxsplit',
      'base',
    ),
    argument,
  )
  .map(([name, value]) => `${name}=${value}`);
const given: Text = fc
  .tuple(
    fc.array(argument, { maxLength: 4 }),
    fc.uniqueArray(keyword, { maxLength: 2, selector: (one) => one.split('=')[0] }),
    fc.boolean(),
  )
  .map(([values, keywords, hasKeywords]) =>
    [...values, ...(hasKeywords ? keywords : [])].join(', '),
  );

const expression = choose(code`${functions}(${given})`, code`${methods}(${given})`);

export const builtinCalls: Theme = { name: 'builtin-calls', body: shows(expression) };
