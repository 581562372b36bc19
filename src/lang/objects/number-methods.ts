// The methods and attributes of int, bool, float and range, and how `int(…)`, `float(…)` and
// `bool(…)` make one.
// Source: CPython Objects/longobject.c, Objects/floatobject.c, Objects/rangeobject.c; 3.14's
// messages.

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { Octets } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { floatFromText, intFromText } from '../text/parse-number.ts';
import { quoteOctets } from '../text/quote.ts';
import { Builtin, Float, plainText, Range, type Slice, Tuple } from '../values.ts';
import { define, floatClass, intClass, rangeClass, sliceClass } from './classes.ts';
import { defineGetters, Getter } from './descriptors.ts';
import { indexOrUndefined, toIndex, toSize } from './index-of.ts';
import { bitLength, type Int, toFloat } from './integers.ts';
import { contains } from './membership.ts';
import { intOf, isPlainFloat } from './numbers.ts';
import { floatMethod } from './real-argument.ts';
import { integerRatio, truncate } from './rounding.ts';
import { sliceIndices } from './slices.ts';
import { callSpecial } from './special.ts';
import { typeName } from './type-of.ts';

/** `int(value)` and `int(text, base)`. Throws TypeError, ValueError, OverflowError. */
export function intOfValue(run: Interpreter, given: unknown, base: unknown): Int {
  const value = plainText(given);
  if (base !== undefined) {
    if (value === undefined) throw new PyTypeError('int() missing string argument');
    const index = toIndex(run, base);
    if (index !== 0 && (index < 2 || index > 36)) {
      throw new ValueError('int() base must be >= 2 and <= 36, or 0');
    }
    if (typeof value === 'string') return intFromText(value, Number(index), run.limits.digits);
    if (value instanceof Octets) return intOfOctets(run, value, Number(index));
    throw new PyTypeError("int() can't convert non-string with explicit base");
  }
  if (value === undefined) return 0;
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string') return intFromText(value, 10, run.limits.digits);
  if (value instanceof Octets) return intOfOctets(run, value, 10);
  if (isPlainFloat(value)) return truncate(value.value);
  const made = callSpecial(run, value, '__int__', []);
  if (made === undefined && value instanceof Float) return truncate(value.value);
  if (typeof made === 'number' || typeof made === 'bigint') return made;
  if (typeof made === 'boolean') return made ? 1 : 0;
  if (made !== undefined) {
    throw new PyTypeError(`__int__ returned non-int (type ${typeName(made)})`);
  }
  const index = indexOrUndefined(run, value);
  if (index !== undefined) return index;
  throw new PyTypeError(
    'int() argument must be a string, a bytes-like object or a real number, ' +
      `not '${typeName(value)}'`,
  );
}

function intOfOctets(run: Interpreter, { text }: Octets, base: number): Int {
  return intFromText(text, base, run.limits.digits, quoteOctets);
}

/** `float(value)` as a JavaScript number. Throws TypeError, ValueError, OverflowError. */
export function floatOfValue(run: Interpreter, given: unknown): number {
  const value = plainText(given);
  if (isPlainFloat(value)) return value.value;
  if (typeof value === 'string') return floatFromText(value);
  if (value instanceof Octets) return floatFromText(value.text, () => run.objects.repr(run, value));
  const made = floatMethod(run, value);
  if (made !== undefined) return made;
  if (value instanceof Float) return value.value;
  const index = indexOrUndefined(run, value);
  if (index !== undefined) return toFloat(index);
  throw new PyTypeError(
    `float() argument must be a string or a real number, not '${typeName(value)}'`,
  );
}

/** `range(start, stop, step)` from its arguments. Throws TypeError, ValueError, OverflowError. */
export function rangeOf(run: Interpreter, first: unknown, second: unknown, third: unknown): Range {
  const start = second === undefined ? 0 : toIndex(run, first);
  const stop = toIndex(run, second === undefined ? first : second);
  const step = third === undefined ? 1 : toIndex(run, third);
  if (step === 0) throw new ValueError('range() arg 3 must not be zero');
  return new Range(rangeBound(start), rangeBound(stop), rangeBound(step));
}

function rangeBound(index: Int): number {
  if (typeof index === 'number') return index;
  throw new OverflowError('a range beyond 2**53 is not supported');
}

function plainInt(self: Int | boolean): Int {
  return intOf(self) as Int;
}

function bitCount(value: Int): number {
  const digits = BigInt(value < 0 ? -value : value).toString(2);
  let count = 0;
  for (const digit of digits) if (digit === '1') count++;
  return count;
}

define(intClass, [
  new Builtin('bit_length(self, /)', (_run, self: Int | boolean) => bitLength(plainInt(self))),
  new Builtin('bit_count(self, /)', (_run, self: Int | boolean) => bitCount(plainInt(self))),
  new Builtin('conjugate(self, /)', (_run, self: Int | boolean) => plainInt(self)),
  new Builtin('is_integer(self, /)', () => true),
  new Builtin(
    'as_integer_ratio(self, /)',
    (_run, self: Int | boolean) => new Tuple([plainInt(self), 1]),
  ),
  ...['trunc', 'floor', 'ceil'].map(
    (name) => new Builtin(`__${name}__(self, /)`, (_run, self: Int | boolean) => plainInt(self)),
  ),
]);
defineGetters(intClass, [
  new Getter('real', (_run, self: Int | boolean) => plainInt(self)),
  new Getter('imag', () => 0),
  new Getter('numerator', (_run, self: Int | boolean) => plainInt(self)),
  new Getter('denominator', () => 1),
]);

define(floatClass, [
  new Builtin('is_integer(self, /)', (_run, self: Float) => Number.isInteger(self.value)),
  new Builtin('conjugate(self, /)', (_run, self: Float) => self),
  new Builtin(
    'as_integer_ratio(self, /)',
    (_run, self: Float) => new Tuple(integerRatio(self.value)),
  ),
  new Builtin('__trunc__(self, /)', (_run, self: Float) => truncate(self.value)),
  new Builtin('__floor__(self, /)', (_run, self: Float) => truncate(Math.floor(self.value))),
  new Builtin('__ceil__(self, /)', (_run, self: Float) => truncate(Math.ceil(self.value))),
]);
defineGetters(floatClass, [
  new Getter('real', (_run, self: Float) => new Float(self.value)),
  new Getter('imag', () => new Float(0)),
]);

define(rangeClass, [
  new Builtin('count(self, value, /)', (run, self: Range, value: unknown) =>
    contains(run, self, value) ? 1 : 0,
  ),
  new Builtin('index(self, value, /)', (run, self: Range, value: unknown) => {
    if (!contains(run, self, value)) {
      const isInt = ['number', 'bigint', 'boolean'].includes(typeof value);
      const kind = isInt ? 'range' : 'sequence';
      throw new ValueError(`${kind}.index(x): x not in ${kind}`);
    }
    const number = value instanceof Float ? value.value : Number(value as Int);
    return (number - self.start) / self.step;
  }),
]);
defineGetters(rangeClass, [
  new Getter('start', (_run, self: Range) => self.start),
  new Getter('stop', (_run, self: Range) => self.stop),
  new Getter('step', (_run, self: Range) => self.step),
]);

define(sliceClass, [
  new Builtin('indices(self, length, /)', (run, self: Slice, length: unknown) => {
    const size = toSize(run, length);
    if (size < 0) throw new ValueError('length should not be negative');
    const { start, stop, step } = sliceIndices(run, self, size);
    return new Tuple([start, stop, step]);
  }),
]);
defineGetters(sliceClass, [
  new Getter('start', (_run, self: Slice) => self.start),
  new Getter('stop', (_run, self: Slice) => self.stop),
  new Getter('step', (_run, self: Slice) => self.step),
]);
