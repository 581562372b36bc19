// Every operator between values of any two types, and augmented assignment: results and refusals.
import { choose, code, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyNumber, anySequence, modestValue, smallInteger } from './values.ts';

const operator = words('+ - * / // % @ & | ^ << >> < <= > >= == !=');
const small = choose(
  smallInteger,
  words(`1.5 -0.5 '' 'a' [] [1] () (1,) {} None True False {1} range(2) len int ... 'x%s'`),
);

const expression = choose(
  code`${small} ${operator} ${small}`,
  code`${small} ${operator} ${small} ${operator} ${small}`,
  code`${anyNumber} ${operator} ${anyNumber}`,
  code`${modestValue} ${words('+ - / // & | ^ @ < >')} ${modestValue}`,
  code`${anySequence} ${words('+ < == % & @')} ${anySequence}`,
  code`${words('- + ~ not')} ${modestValue}`,
  code`${small} ** ${small}`,
  code`-${smallInteger} ** 2`,
  code`${smallInteger} + ${smallInteger} * ${smallInteger} ** 2 % 7 - ${smallInteger} // 2`,
  code`${small} << ${words('1 2 -1')} | ${small} & ${small} ^ ${small}`,
  code`not ${small} == ${small} and ${small} or ${small}`,
  code`${small} if ${small} else ${small} if ${small} else ${small}`,
  code`(lambda x, y: (x ${operator} y))(${small}, ${small})`,
  code`(x := ${small}, x ${operator} ${small})`,
  code`[${small} ${operator} v for v in [${small}, ${small}]]`,
);
/** None that makes a complex number of a negative one. */
const exponent = choose(smallInteger, words(`'a' [1] None True len 2.0`));
const augmented = code`
  x = ${small}
  x ${choose(code`${words('+= -= *= /= //= %= @= &= |= ^= <<= >>=')} ${small}`, code`**= ${exponent}`)}
  print(x)`;
const items = code`
  x = [${small}, ${small}]
  x[${words('0 1 -1 5')}] ${words('+= -= *= |=')} ${small}
  print(x)`;

export const operators: Theme = {
  name: 'operators',
  body: weigh([6, shows(expression)], [2, augmented], [1, items]),
};
