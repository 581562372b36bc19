// The special methods of built-in classes called by their names: what an operator does, what it
// answers for an operand of another kind, and what it says of a `self` of another class.
import { choose, code, several, shows, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyDict,
  anyFloat,
  anyInteger,
  anyList,
  anyString,
  anyTuple,
  integerSet,
  modestValue,
  smallInteger,
} from './values.ts';

const arithmetic = words(
  '__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __floordiv__ __mod__ __rmod__',
);
const powers = words('__divmod__ __rdivmod__ __pow__');
const bits = words('__and__ __or__ __xor__ __rand__ __ror__ __rxor__');
const unary = words(
  '__neg__ __pos__ __abs__ __bool__ __int__ __float__ __round__ __repr__ __str__',
);
const order = words('__eq__ __ne__ __lt__ __le__ __gt__ __ge__');
const joining = words('__add__ __mul__ __rmul__ __contains__ __getitem__');
const reading = words('__len__ __repr__ __str__ __iter__');

const number = choose(smallInteger, anyInteger, anyFloat);
const modest = choose(smallInteger, anyFloat, words('True False'));
const sequence = choose(anyList, anyTuple, anyString);
const argument = weigh([3, modest], [2, modestValue]);

const expression = choose(
  code`(${number}).${arithmetic}(${weigh([3, number], [1, modestValue])})`,
  code`(${modest}).${powers}(${weigh([3, words('0 1 2 3')], [1, modestValue])})`,
  code`(${smallInteger}).__pow__(${words('0 1 2 5')}, ${words('1 2 7 None')})`,
  code`(${choose(anyInteger, words('True False'))}).${bits}(${choose(anyInteger, argument)})`,
  code`(${number}).${unary}()`,
  code`(${modest}).__round__(${words('0 1 -1 None')})`,
  code`(${modestValue}).${order}(${modestValue})`,
  code`(${number}).${order}(${number})`,
  code`(${sequence}).${joining}(${choose(argument, sequence, smallInteger)})`,
  code`(${sequence}).${choose(reading, words('__hash__'))}() == 5`,
  code`(${modestValue}).${words('__repr__ __str__')}()`,
  code`${integerSet}.${words('__or__ __and__ __sub__ __xor__ __rsub__')}(${choose(integerSet, modestValue)})`,
  code`${anyDict}.${words('__or__ __ror__')}(${choose(anyDict, modestValue)})`,
  code`list(${choose(anyList, anyDict, words('range(5) {1:2}.items()'))}.__reversed__())`,
  code`${words('int float str list tuple dict set')}.${choose(arithmetic, reading, order)}(${several(argument, 0, 2)})`,
  code`list(map(${words('int.__add__ int.__mul__ str.__add__ list.__add__')}, [${several(smallInteger, 1, 3)}], [${several(smallInteger, 1, 3)}]))`,
);
const inPlace = code`
  x = ${choose(anyList, integerSet, anyDict)}
  y = x.${words('__iadd__ __imul__ __ior__ __iand__ __isub__ __ixor__')}(${choose(smallInteger, anyList, integerSet, anyDict)})
  print(x, y, x is y)`;

export const namedOperators: Theme = {
  name: 'named operators',
  body: weigh([8, shows(expression)], [1, inPlace]),
};
