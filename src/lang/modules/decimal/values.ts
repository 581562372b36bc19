// `decimal.Decimal` as a value of the language: compared and hashed with all other numbers, made of
// texts, ints, floats and tuples.
// Source: CPython 3.14 Modules/_decimal/_decimal.c (PyDecType_FromObjectExact, dec_hash).

import { PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType } from '../../objects/classes.ts';
import type { Int } from '../../objects/integers.ts';
import { quantityOf } from '../../objects/numbers.ts';
import { integerRatio } from '../../objects/rounding.ts';
import { type OrderOperator, Structural } from '../../objects/structural.ts';
import { typeName } from '../../objects/type-of.ts';
import { Float, type PyClass, plainText, Tuple } from '../../values.ts';
import { hashOfRatio, plainRatio } from '../rational-hash.ts';
import { compareValues } from './arithmetic.ts';
import { currentContext, type DecimalContext } from './context.ts';
import { DecimalNumber, infinity, NAN, parseDecimal, tenTo, wholeNumber } from './number.ts';
import { CONVERSION_SYNTAX, FLOAT_OPERATION, INVALID } from './signals.ts';

export class Decimal extends Structural {
  readonly number: DecimalNumber;

  constructor(number: DecimalNumber) {
    super();
    this.number = number;
  }

  override equalTo(run: Interpreter, other: unknown): boolean | undefined {
    const number = exactly(other);
    if (number === null) return undefined;
    noteFloat(other, currentContext(run));
    if (this.number.kind === 'snan' || number.kind === 'snan') currentContext(run).signal(INVALID);
    return !this.number.isNan && !number.isNan && compareValues(this.number, number) === 0;
  }

  override orderTo(run: Interpreter, operator: OrderOperator, other: unknown): boolean | undefined {
    const number = exactly(other);
    if (number === null) return undefined;
    noteFloat(other, currentContext(run));
    if (this.number.isNan || number.isNan) {
      currentContext(run).signal(INVALID);
      return false;
    }
    const order = compareValues(this.number, number);
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  }

  override plainNumber(): unknown {
    const { number } = this;
    if (!number.isFinite || number.exponent > 400 || number.exponent < -400) return undefined;
    const [above, below] = ratioOf(number);
    return plainRatio(above, below);
  }

  override hash(run: Interpreter): Int | null {
    const { number } = this;
    if (number.kind === 'snan') throw new PyTypeError('Cannot hash a signaling NaN value');
    if (number.kind === 'nan') return run.addresses.of(this) / 16;
    if (!number.isFinite) return number.isNegative ? -314159 : 314159;
    const [above, below] = ratioOf(number);
    return hashOfRatio(above, below);
  }
}

/** A finite number as a fraction in lowest terms. */
export function ratioOf(number: DecimalNumber): readonly [above: bigint, below: bigint] {
  const { coefficient, exponent, isNegative } = number;
  const size = isNegative ? -coefficient : coefficient;
  if (exponent >= 0) return [size * tenTo(exponent), 1n];
  const below = tenTo(-exponent);
  let [x, y] = [coefficient, below];
  while (y !== 0n) [x, y] = [y, x % y];
  return [size / x, below / x];
}

export const decimalClass: PyClass = builtinClass('Decimal', undefined, 'decimal');
decimalClass.messageName = 'decimal.Decimal';
declareType(Decimal, decimalClass);

/** A float as the decimal number that it is exactly. */
export function ofFloat(value: number): DecimalNumber {
  if (Number.isNaN(value)) return NAN;
  if (!Number.isFinite(value)) return infinity(value < 0);
  const [above, below] = integerRatio(value).map(BigInt);
  // The denominator is a power of two, of which five to the same power makes one of ten.
  const halvings = below.toString(2).length - 1;
  const size = (above < 0n ? -above : above) * 5n ** BigInt(halvings);
  return new DecimalNumber(value < 0 || Object.is(value, -0), size, -halvings);
}

/** An int, float or Decimal as a number; null for any other value. */
function exactly(value: unknown): DecimalNumber | null {
  if (value instanceof Decimal) return value.number;
  if (value instanceof Float) return ofFloat(value.value);
  const quantity = quantityOf(value);
  return quantity === undefined ? null : wholeNumber(BigInt(quantity as Int));
}

/** A float beside a Decimal is a signal, trapped by who asks for it. */
function noteFloat(value: unknown, context: DecimalContext): void {
  if (value instanceof Float) context.signal(FLOAT_OPERATION);
}

/** An operand of arithmetic: a Decimal or an int; null for any other value. */
export function operand(value: unknown): DecimalNumber | null {
  return value instanceof Float ? null : exactly(value);
}

/** As `operand`. Throws TypeError. */
export function requiredOperand(value: unknown): DecimalNumber {
  const number = operand(value);
  if (number !== null) return number;
  throw new PyTypeError(`conversion from ${typeName(value)} to Decimal is not supported`);
}

function ofTuple(run: Interpreter, items: readonly unknown[]): DecimalNumber {
  if (items.length !== 3) {
    throw new ValueError('argument must be a sequence of length 3');
  }
  const [sign, digits, exponent] = items;
  if (sign !== 0 && sign !== 1)
    throw new ValueError('sign must be an integer with the value 0 or 1');
  if (exponent === 'F') return infinity(sign === 1);
  const text = [...run.objects.iterate(run, digits)].join('');
  if (!/^\d*$/.test(text)) throw new ValueError('coefficient must be a tuple of digits');
  const coefficient = BigInt(text === '' ? 0 : text);
  if (exponent === 'n') return new DecimalNumber(sign === 1, coefficient, 0, 'nan');
  if (exponent === 'N') return new DecimalNumber(sign === 1, coefficient, 0, 'snan');
  if (typeof exponent !== 'number') {
    throw new ValueError("string argument in the third position must be 'F', 'n' or 'N'");
  }
  return new DecimalNumber(sign === 1, coefficient, exponent);
}

/** `Decimal(value)`: exact. Throws TypeError, ValueError, InvalidOperation. */
export function convert(run: Interpreter, value: unknown, context: DecimalContext): DecimalNumber {
  const exact = exactly(value);
  noteFloat(value, context);
  if (exact !== null) return exact;
  const text = plainText(value);
  if (typeof text === 'string') {
    run.charge(text.length);
    const number = parseDecimal(text);
    if (number !== null) return number;
    context.signal(CONVERSION_SYNTAX);
    return NAN;
  }
  if (value instanceof Tuple) return ofTuple(run, value.items);
  if (Array.isArray(value)) return ofTuple(run, value);
  throw new PyTypeError(`conversion from ${typeName(value)} to Decimal is not supported`);
}
