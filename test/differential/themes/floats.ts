// Floats: arithmetic, how they print, rounding to places, methods, infinities, NaN.
import { choose, code, lines, maybe, several, shows, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyFloat, anyInteger, anyNumber, smallInteger } from './values.ts';

const operator = words('+ - * / // % == < <= > >= !=');
const text = lines(`
  '1.5'
  ' 1e3 '
  '1_0.5'
  '1__0'
  'inf'
  '-Infinity'
  'nan'
  '+nan'
  'infinit'
  ''
  '.5'
  '5.'
  '.'
  '1e'
  '1e400'
  '-1e-400'
  '0x10'
  '٣.٥'
  '1.7976931348623159e308'
  '1,5'
`);

/** Their powers do not depend on the C library. */
const fewBits = words(
  `0.5 1.5 2.0 -0.25 16.0 -2.0 0.0 -0.0 float('inf') float('nan') -float('inf') 1e300`,
);

const expression = choose(
  code`${anyFloat} ${operator} ${anyFloat}`,
  code`${anyNumber} ${operator} ${anyNumber}`,
  code`${anyFloat} ${operator} ${anyInteger}`,
  code`(${fewBits}) ** ${words('0 1 2 3 -1 -2.0 4.0')}`,
  code`abs(${fewBits}) ** (${fewBits})`,
  code`divmod(${anyFloat}, ${anyNumber})`,
  code`(${anyFloat}, ${anyFloat}, -(${anyFloat}))`,
  code`round(${anyFloat}${maybe(code`, ${words('0 1 2 3 -1 -2 15 20 400 -400 None 1.0')}`)})`,
  code`${words('abs int float str bool repr')}(${anyFloat})`,
  code`(${anyFloat}).${words('is_integer() as_integer_ratio() hex() conjugate() real imag __trunc__() __floor__() __ceil__()')}`,
  code`float(${choose(text, anyInteger)})`,
  code`float.fromhex('${words('0x1p3 1.8p-1 -0x1.fffffffffffffp1023 inf 0x 1 0x1p5000 zz')}')`,
  code`sum([${several(anyNumber, 0, 6)}]${maybe(code`, ${anyNumber}`)})`,
  code`[x / ${smallInteger} for x in (${several(anyFloat, 2, 4)})]`,
);

export const floats: Theme = { name: 'floats', body: shows(expression) };
