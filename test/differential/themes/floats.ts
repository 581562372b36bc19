// Floats: arithmetic, how they print, rounding to places, methods, infinities, NaN.
import fc from 'fast-check';
import { choose, code, lines, maybe, several, shows, weigh, words } from '../text.ts';
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

/** Several at once, most of them ties or sums of inexact parts: where rules of rounding show. */
const half = fc.integer({ min: -19, max: 19 }).map((odd) => `${odd / 2}`);
const tie = fc
  .tuple(fc.integer({ min: -999, max: 999 }), words('1 2 3'))
  .map(([digits, places]) => `${digits}5e-${Number(places) + 1}`);
const tenth = words('0.1 0.2 0.3 0.7 1e16 -1e16 1e100 -1e100 1.0 3 0.1 -0.1');
const rounding = choose(
  code`[round(x) for x in (${several(half, 3, 5)})]`,
  code`[round(x, ${words('1 2')}) for x in (${several(tie, 3, 5)})]`,
  code`[round(x, -1) for x in (${several(choose(words('5 15 25 -5 -35 45'), half), 3, 5)})]`,
  code`[f'{x:${words('.0f .1f .2f .1e .2g')}}' for x in (${several(choose(tie, half), 3, 5)})]`,
  code`['%${words('.0f .1f .2f .1e .2g')}' % x for x in (${several(choose(tie, half), 3, 5)})]`,
  code`sum([${several(tenth, 4, 9)}])`,
  code`sum([${tenth}] * ${words('3 7 10 50')}${maybe(code`, ${tenth}`)})`,
  code`[divmod(x, ${words('3 -3 0.7 -0.5')}) for x in (${several(half, 3, 4)})]`,
  code`[(x // y, x % y) for x in (${several(half, 2, 3)}) for y in (${words('2 -2 0.3 -1.5')},)]`,
);

export const floats: Theme = {
  name: 'floats',
  body: weigh([3, shows(expression)], [1, shows(rounding)]),
};
