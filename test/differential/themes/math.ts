// Module math: what is exact to the last digit, what comes from the C library to twelve digits,
// integers of all sizes, and domains.
import { choose, code, several, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyFloat,
  anyInteger,
  anyIterable,
  anyNumber,
  modestValue,
  smallInteger,
} from './values.ts';

const number = weigh([8, anyNumber], [1, modestValue]);
const natural = weigh([8, words('0 1 2 3 5 10 20')], [2, anyInteger], [1, modestValue]);
const modest = words('0 1 -1 2 0.5 -0.5 3.25 10 0.001 -2.5 1e-9 100 True');

const expression = choose(
  code`math.${words('floor ceil trunc')}(${number})`,
  code`math.${words('fabs sqrt modf frexp ulp isnan isinf isfinite')}(${number})`,
  code`math.isqrt(${natural})`,
  code`math.${words('gcd lcm')}(${several(natural, 0, 3)})`,
  code`math.factorial(${words('0 1 5 20 25 50 -1 1.0 2.5 True')})`,
  code`math.comb(${words('0 5 10 60 -1')}, ${words('0 1 3 5 30 -1 1.0')})`,
  code`math.perm(${words('0 5 10 -1')}${choose(words(',0 ,1 ,3 ,5 ,12 ,None'), words(',-1'))})`,
  code`math.fsum([${several(anyNumber, 0, 6)}])`,
  code`math.fsum(${anyIterable})`,
  code`math.prod([${several(anyNumber, 0, 4)}])`,
  code`math.prod(${anyIterable}, start=${choose(smallInteger, modestValue)})`,
  code`math.isclose(${anyNumber}, ${anyNumber}${choose(words(' ,rel_tol=0.5 ,abs_tol=1 ,rel_tol=-1'))})`,
  code`math.copysign(${number}, ${number})`,
  code`math.fmod(${anyNumber}, ${anyNumber})`,
  code`math.remainder(${anyFloat}, ${anyNumber})`,
  code`math.ldexp(${anyFloat}, ${words('0 1 -1 10 -1074 1100 -2000 1.5')})`,
  code`math.nextafter(${anyFloat}, ${words('0 1 inf -1').map((one) => (one === 'inf' ? 'math.inf' : one))})`,
  code`math.${words('degrees radians')}(${modest})`,
  code`math.dist(${words('[1,2] (0,0) [3]')}, ${words('[4,6] (3,4) [1]')})`,
  code`math.hypot(${several(words('3 4 5 0 1.5 -12'), 0, 3)})`,
  code`math.log2(${words('1 2 8 1024 2**100 0.5 0.25 0 -1')})`,
  code`math.log10(${words('1 10 1000 10**50 0.1 0 -5')})`,
  code`math.pow(${modest}, ${words('0 1 2 -1 3')})`,
  code`math.${words('pi e tau inf nan')}`,
  code`math.${words('floor sqrt gcd factorial log comb')}(${several(modestValue, 1, 3)})`,
);
const rounded = code`f'{${choose(
  code`math.${words('exp sin cos tan atan sinh cosh tanh cbrt exp2 expm1')}(${modest})`,
  code`math.${words('asin acos log1p log')}(${modest})`,
  code`math.log(${words('1 2 10 2**100 10**400 0.5 0 -1')}, ${words('2 10 3 0.5 1 0 -1')})`,
  code`math.atan2(${modest}, ${modest})`,
  code`math.pow(${modest}, ${modest})`,
)}:.12g}'`;

export const math: Theme = {
  name: 'math',
  body: code`
    import math
    ${weigh([3, shows(expression)], [1, code`print(${rounded})`])}`,
};
