// The methods of `decimal.Context` that compute: those of Decimal and its operators, in a context
// that need not be the current one.
// Source: CPython 3.14 Modules/_decimal/_decimal.c (context_methods).

import { PyTypeError } from '../../../asyncio/exceptions.ts';
import { define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { typeName } from '../../objects/type-of.ts';
import { Float } from '../../values.ts';
import * as arithmetic from './arithmetic.ts';
import { contextClass, type DecimalContext } from './context.ts';
import {
  absolute,
  type Binary,
  binaries,
  made,
  minus,
  plus,
  quantizeTo,
  quotient,
  remainder,
  type Unary,
  unaries,
} from './methods.ts';
import { decimalText } from './number.ts';
import { power } from './powers.ts';
import { fix } from './rounding.ts';
import { convert, ofFloat, requiredOperand } from './values.ts';

const ofOne: readonly (readonly [string, Unary])[] = [
  ...unaries,
  ['plus', plus],
  ['minus', minus],
  ['abs', absolute],
];
const ofTwo: readonly (readonly [string, Binary])[] = [
  ...binaries,
  ['add', arithmetic.add],
  ['subtract', arithmetic.subtract],
  ['multiply', arithmetic.multiply],
  ['divide', arithmetic.divide],
  ['divide_int', quotient],
  ['remainder', remainder],
  ['power', power],
];

/** The methods, as the class gets them. */
export const contextMethods: readonly LibraryFunction[] = [
  ...ofOne.map(
    ([name, compute]) =>
      new LibraryFunction(`${name}(self, x, /)`, (_run, self: DecimalContext, x: unknown) =>
        made(compute(requiredOperand(x), self)),
      ),
  ),
  ...ofTwo.map(
    ([name, compute]) =>
      new LibraryFunction(`${name}(self, /, a, b)`, (_run, self: DecimalContext, a: unknown, b) =>
        made(compute(requiredOperand(a), requiredOperand(b), self)),
      ),
  ),
  new LibraryFunction('quantize(self, x, y, /)', (run, self: DecimalContext, x: unknown, y) =>
    quantizeTo(run, made(requiredOperand(x)), y, null, self),
  ),
  new LibraryFunction("create_decimal(self, num='0', /)", (run, self: DecimalContext, x: unknown) =>
    made(fix(convert(run, x, self), self)),
  ),
  new LibraryFunction(
    'create_decimal_from_float(self, f, /)',
    (_run, self: DecimalContext, x: unknown) => {
      if (x instanceof Float) return made(fix(ofFloat(x.value), self));
      throw new PyTypeError(`argument must be int or float, not ${typeName(x)}`);
    },
  ),
  new LibraryFunction('to_sci_string(self, x, /)', (_run, _self: unknown, x: unknown) =>
    decimalText(requiredOperand(x)),
  ),
];
define(contextClass, contextMethods);
