// Conversions between types by their classes, and what they say of values that do not fit.
import { choose, code, several, shows, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyFloat,
  anyIterable,
  anyNumber,
  anyString,
  integerSet,
  modestValue,
  smallInteger,
} from './values.ts';

const digits = choose(
  word("'12'", "' 7 '", "'-3'", "'+0x1f'", "'1e5'", "'abc'", "''", "'1.5'", "'_'", "'1_0'", "'٣'"),
  anyString,
);
const classes = words(
  'int float str bool list tuple dict set frozenset range type object enumerate',
);
const functions = words(
  'abs round hex oct bin chr ord len repr ascii next callable sorted min max sum',
);

const expression = choose(
  code`int(${choose(digits, anyFloat, modestValue)})`,
  code`int(${digits}, ${choose(words('0 2 10 16 36'), modestValue)})`,
  code`float(${choose(digits, modestValue)})`,
  code`str(${modestValue})`,
  code`bool(${modestValue})`,
  code`${words('list tuple dict')}(${choose(anyIterable, modestValue)})`,
  code`sorted(${words('set frozenset')}(${integerSet}))`,
  code`${words('int float bool str')}(${words('int float bool')}(${anyNumber}))`,
  code`${classes}()`,
  code`${words('int float bool list tuple')}(${several(modestValue, 2, 3)})`,
  code`str(${modestValue}, ${choose(word("'utf-8'", '5', 'None'), smallInteger)})`,
  code`${words('int float str bool list tuple range')}(${words('x=1 base=10 object=1 obj=2 number=3')})`,
  code`${words('hex oct bin chr ord abs')}(${modestValue})`,
  code`[${words('int float str bool repr')}(x) for x in [${several(anyNumber, 1, 4)}]]`,
  code`${words('int float str')}(${words('[] {} () None ... len object()')})`,
  code`${words('int float')}.__name__ + str(${smallInteger})`,
  code`(lambda f: f(${modestValue}))(${choose(functions, words('int float list'))})`,
);

export const conversions: Theme = {
  name: 'conversions',
  body: shows(expression),
};
