// Ints as octets and back, the greatest octet first, with or without a sign in the first bit.
// Source: CPython Objects/longobject.c (_PyLong_AsByteArray, _PyLong_FromByteArray).

import { OverflowError } from '../../asyncio/exceptions.ts';
import { type Int, normalise } from '../objects/integers.ts';

/** The octets of an int, the greatest first. Throws OverflowError where there are too few. */
export function octetsOfInt(value: Int, size: number, isSigned: boolean): string {
  const number = BigInt(value);
  if (!isSigned && number < 0n) throw new OverflowError("can't convert negative int to unsigned");
  const bits = BigInt(size * 8);
  const room = isSigned && size > 0 ? 1n << (bits - 1n) : 1n << bits;
  if (number >= room || (isSigned && number < -room) || (isSigned && size === 0 && number !== 0n)) {
    throw new OverflowError('int too big to convert');
  }
  if (size === 0) return '';
  const digits = BigInt.asUintN(size * 8, number)
    .toString(16)
    .padStart(size * 2, '0');
  return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

/** The int that octets stand for, the greatest first. */
export function intOfOctets(text: string, isSigned: boolean): Int {
  if (text === '') return 0;
  const digits = Array.from(text, (each) => each.charCodeAt(0).toString(16).padStart(2, '0'));
  const number = BigInt(`0x${digits.join('')}`);
  return normalise(isSigned ? BigInt.asIntN(text.length * 8, number) : number);
}
