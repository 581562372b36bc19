// Module decimal: numbers of many shapes under the operators and methods, formats, roundings and
// contexts of few digits.
import { choose, code, maybe, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const number = weigh(
  [4, words('0 1 -1 2 7 10 0.1 0.5 1.10 -7.25 2.675 123.456 0.001 99999 1000000')],
  [2, words('1E+5 1E-7 -0 0.00 0E+3 0.3333333333333333333333333333 12345678901234567890123456789')],
  [1, words('NaN -Infinity Infinity 1E+999999 1E-999999 sNaN abc 1.2.3')],
);
const decimal = choose(code`D('${number}')`, code`D('${number}')`, word('D(3)', 'D(0.1)', 'D(-2)'));
const operand = weigh([4, decimal], [1, words('2 3 -1 0 True')], [1, words("1.5 'x' None")]);
const rounding = words(
  'ROUND_UP ROUND_DOWN ROUND_CEILING ROUND_FLOOR ROUND_HALF_UP ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_05UP',
);
const expression = choose(
  code`${decimal} ${words('+ - * / // % < <= == != >=')} ${operand}`,
  code`${operand} ${words('+ - * / // %')} ${decimal}`,
  code`divmod(${decimal}, ${operand})`,
  code`${decimal} ** ${words('2 3 -1 0 D(2)')}`,
  code`${decimal}.quantize(D('${words('1 0.1 0.01 1E+2 0.0001')}')${maybe(code`, rounding=${rounding}`)})`,
  code`round(${decimal}${maybe(code`, ${words('0 1 2 -1')}`)})`,
  code`${words('int float abs bool str')}(${decimal})`,
  code`${decimal}.${words('normalize sqrt to_integral_value as_tuple adjusted is_nan is_zero is_signed copy_abs number_class as_integer_ratio to_eng_string')}()`,
  code`${decimal}.${words('max min compare copy_sign same_quantum')}(${decimal})`,
  code`format(${decimal}, '${word('', '.2f', ',.2f', '10.3f', '<10', '+', '.3e', '.0f', '%', '.1%', ',', 'g', '.3g', '010.2f', '*^12')}')`,
  code`sum([${decimal}, ${decimal}])`,
  code`sorted([${decimal}, ${decimal}, 1])`,
);
const narrow = code`
  with localcontext() as c:
      c.prec = ${words('1 3 6 12')}
      c.rounding = ${rounding}
      print(repr(${expression}), c.flags[Inexact], c.flags[Rounded])`;

export const decimals: Theme = {
  name: 'decimals',
  isModule: true,
  body: code`
    from decimal import *
    D = Decimal
    ${weigh([3, shows(expression)], [2, narrow])}`,
};
