// Floats as hexadecimal text, exact in both directions: `float.hex` and `float.fromhex`. What has
// more than 53 bits is rounded half to even.
// Source: CPython Objects/floatobject.c (float_hex_impl, float_fromhex_impl); 3.14's messages.

import { OverflowError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { powerOfTwo } from '../../base/float-text.ts';
import { Builtin, Float } from '../values.ts';
import { define, floatClass } from './classes.ts';
import { ClassMethod } from './descriptors.ts';

const BIAS = 1023;
const FRACTION_BITS = 52n;
/** Exponent of the last bit of the smallest float. */
const LOWEST = -1074;

/** `value.hex()`: `0x1.8000000000000p+1`. */
export function hexOfFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}inf`;
  if (value === 0) return `${sign}0x0.0p+0`;
  const bits = BigInt.asUintN(63, new BigUint64Array(new Float64Array([value]).buffer)[0]);
  const fraction = BigInt.asUintN(Number(FRACTION_BITS), bits).toString(16).padStart(13, '0');
  const field = Number(bits >> FRACTION_BITS);
  const exponent = (field === 0 ? 1 : field) - BIAS;
  const lead = field === 0 ? '0' : '1';
  return `${sign}0x${lead}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

const NUMBER =
  /^\s*([+-]?)(?:(inf|infinity|nan)|(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?)\s*$/i;

/** `float.fromhex(text)`. Throws TypeError, ValueError, OverflowError. */
export function floatFromHex(text: unknown): number {
  if (typeof text !== 'string') throw new PyTypeError('bad argument type for built-in operation');
  const match = NUMBER.exec(text);
  const [, sign = '', word = '', whole = '', fraction = '', power = '0'] = match ?? [];
  if (match === null || (word === '' && whole === '' && fraction === '')) {
    throw new ValueError('invalid hexadecimal floating-point string');
  }
  const size = word === '' ? scaled(BigInt(`0x${whole}${fraction}`), power, fraction) : named(word);
  return sign === '-' ? -size : size;
}

function named(word: string): number {
  return word.toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
}

/** `digits` times two to the `power`, of which those in `fraction` stand behind the point. */
function scaled(digits: bigint, power: string, fraction: string): number {
  if (digits === 0n) return 0;
  const exponent = Number(power) - 4 * fraction.length;
  const top = digits.toString(2).length + exponent;
  if (top > BIAS + 1) throw tooLarge();
  const last = Math.max(top - 53, LOWEST);
  // Below half of the smallest float.
  if (top < LOWEST) return 0;
  const size = Number(halfEven(digits, last - exponent)) * powerOfTwo(last);
  if (!Number.isFinite(size)) throw tooLarge();
  return size;
}

/** `digits` without its last `count` bits, rounded; a negative `count` puts zeros behind. */
function halfEven(digits: bigint, count: number): bigint {
  if (count <= 0) return digits << BigInt(-count);
  const shift = BigInt(count);
  const kept = digits >> shift;
  const rest = digits - (kept << shift);
  const half = 1n << (shift - 1n);
  const isUp = rest > half || (rest === half && kept % 2n === 1n);
  return isUp ? kept + 1n : kept;
}

function tooLarge(): OverflowError {
  return new OverflowError('hexadecimal value too large to represent as a float');
}

define(floatClass, [new Builtin('hex(self, /)', (_run, self: Float) => hexOfFloat(self.value))]);
const fromhex = new Builtin(
  'fromhex(cls, string, /)',
  (_run, _cls: unknown, text: unknown) => new Float(floatFromHex(text)),
);
fromhex.owner = floatClass;
floatClass.attributes.set('fromhex', new ClassMethod(fromhex));
