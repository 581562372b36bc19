// Integers of all sizes: arithmetic with floor division and its remainder, powers, shifts, bits,
// conversions between bases and texts, methods.
import { choose, code, lines, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyInteger, smallInteger } from './values.ts';

const operator = words('+ - * // % / & | ^ < <= == != > >=');
const shift = words('<< >>');
const whole = weigh([6, words('0 1 2 3 7 10 31')], [1, word('100')]);
const power = weigh([7, whole], [2, words('-1 -2')]);

const expression = choose(
  code`${anyInteger} ${operator} ${anyInteger}`,
  code`(${anyInteger}) ${operator} (${anyInteger}) ${operator} ${smallInteger}`,
  code`(${anyInteger}) ** ${whole}`,
  code`${smallInteger} ** ${power}`,
  code`pow(${anyInteger}, ${power}, ${anyInteger})`,
  code`divmod(${anyInteger}, ${anyInteger})`,
  code`${anyInteger} ${shift} ${words('0 1 5 31 32 33 63 64 65 100 -1')}`,
  code`${words('- + ~ not')} (${anyInteger})`,
  code`${words('abs hex oct bin float str bool repr chr')}(${anyInteger})`,
  code`round(${anyInteger}, ${words('0 1 -1 -2 -3 -10 2 None')})`,
  code`(${anyInteger}).${words('bit_length() bit_count() conjugate() real imag numerator denominator is_integer() as_integer_ratio() __index__()')}`,
  code`sum([${several(anyInteger, 0, 5)}])`,
  code`(${words('True False')} ${words('& | ^')} ${words('True False')}, True ${words('& | ^')} ${smallInteger})`,
);

const text = choose(
  code`str(${anyInteger})`,
  lines(`
    '0x1F'
    '0b101'
    '0o17'
    ' 12 '
    '1_000'
    '1__0'
    '_1'
    '1_'
    '-5'
    '+5'
    '- 5'
    ''
    ' '
    'zz'
    'ff'
    '12.5'
    '1e3'
    '٣'
    '\\n7\\t'
    '0b'
    '0x'
    '00'
    '-0x1f'
  `),
);
const conversion = choose(
  code`int(${text})`,
  code`int(${text}, ${words('0 2 8 10 16 36 3 1 37 -1')})`,
  code`int(${lines(`
    1.9
    -1.9
    1e20
    float('inf')
    float('nan')
    None
    True
    []
    2**64
    -0.0
    '5', base=7
    5, 7
    base=7
  `)})`,
  code`int('9' * ${words('4299 4300 4301')}) % 1000`,
  code`len(str(10 ** ${words('4298 4299 4300')}))`,
);

export const integers: Theme = {
  name: 'integers',
  body: weigh([4, shows(expression)], [2, shows(conversion)]),
};
