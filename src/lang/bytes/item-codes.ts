// The single letters by which struct and memoryview name how a value lies in octets: ints of some
// sizes, floats, truth values, single octets. Sizes are those of Linux on 64 bits; octets are
// given in the order of the greatest first, and turned by whoever has them the other way.
// Source: CPython Modules/_struct.c, Objects/memoryobject.c (unpack_single), IEEE 754.

import type { Int } from '../objects/integers.ts';
import { Float } from '../values.ts';
import { intOfOctets, octetsOfInt } from './octet-integers.ts';
import { Bytes } from './octets.ts';

export type ItemKind = 'int' | 'float' | 'truth' | 'octet';

export interface ItemCode {
  readonly letter: string;
  readonly kind: ItemKind;
  readonly isSigned: boolean;
  /** In octets: by the machine, and by the standard; 0 where the standard has none. */
  readonly nativeSize: number;
  readonly standardSize: number;
}

function code(
  letter: string,
  kind: ItemKind,
  nativeSize: number,
  standardSize = nativeSize,
): ItemCode {
  const isSigned = kind === 'int' && letter !== 'P' && letter === letter.toLowerCase();
  return { letter, kind, isSigned, nativeSize, standardSize };
}

const CODES: ReadonlyMap<string, ItemCode> = new Map(
  [
    ...['b', 'B'].map((letter) => code(letter, 'int', 1)),
    ...['h', 'H'].map((letter) => code(letter, 'int', 2)),
    ...['i', 'I'].map((letter) => code(letter, 'int', 4)),
    ...['l', 'L'].map((letter) => code(letter, 'int', 8, 4)),
    ...['q', 'Q'].map((letter) => code(letter, 'int', 8)),
    ...['n', 'N', 'P'].map((letter) => code(letter, 'int', 8, 0)),
    code('e', 'float', 2),
    code('f', 'float', 4),
    code('d', 'float', 8),
    code('?', 'truth', 1),
    code('c', 'octet', 1),
  ].map((each) => [each.letter, each]),
);

/** What a letter stands for; undefined where it stands for nothing. */
export function itemCodeOf(letter: string): ItemCode | undefined {
  return CODES.get(letter);
}

const bits = new DataView(new ArrayBuffer(8));

function textOfBits(size: number): string {
  let text = '';
  for (let at = 0; at < size; at++) text += String.fromCharCode(bits.getUint8(at));
  return text;
}

/** A half from its 16 bits. */
function halfOf(word: number): number {
  const fraction = word & 0x3ff;
  const exponent = (word >> 10) & 0x1f;
  const sign = word & 0x8000 ? -1 : 1;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return (sign * fraction) / 0x1000000;
  return (sign * (fraction + 0x400) * (1 << exponent)) / 0x2000000;
}

/** The 16 bits of the nearest half, the even one of two; null beyond the greatest. */
function bitsOfHalf(value: number): number | null {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size >= 65520) return null;
  let exponent = 0;
  let step = 1 / 0x1000000;
  while (size >= step * 0x800) {
    step *= 2;
    exponent++;
  }
  const quotient = size / step;
  let fraction = Math.floor(quotient);
  const rest = quotient - fraction;
  if (rest > 0.5 || (rest === 0.5 && fraction % 2 === 1)) fraction++;
  // A fraction of 0x400 and more counts the exponent up by itself.
  return sign | (exponent * 0x400 + fraction);
}

/** The octets of a float; null where it is beyond the greatest of its size. */
export function octetsOfFloat(value: number, size: number): string | null {
  if (size === 8) bits.setFloat64(0, value);
  else if (size === 4) {
    bits.setFloat32(0, value);
    if (Number.isFinite(value) && !Number.isFinite(bits.getFloat32(0))) return null;
  } else {
    const half = bitsOfHalf(value);
    if (half === null) return null;
    bits.setUint16(0, half);
  }
  return textOfBits(size);
}

function floatOfOctets(text: string): number {
  for (let at = 0; at < text.length; at++) bits.setUint8(at, text.charCodeAt(at));
  if (text.length === 8) return bits.getFloat64(0);
  return text.length === 4 ? bits.getFloat32(0) : halfOf(bits.getUint16(0));
}

/** The value that octets stand for. */
export function readItem({ kind, isSigned }: ItemCode, text: string): unknown {
  if (kind === 'int') return intOfOctets(text, isSigned);
  if (kind === 'float') return new Float(floatOfOctets(text));
  return kind === 'truth' ? /[^\0]/.test(text) : new Bytes(text);
}

/** The least and the greatest int of a size. */
export function rangeOf({ isSigned }: ItemCode, size: number): readonly [least: Int, most: Int] {
  const whole = 1n << BigInt(size * 8);
  return isSigned ? [-whole / 2n, whole / 2n - 1n] : [0n, whole - 1n];
}

/** The octets of an int that fits. */
export function octetsOfItem({ isSigned }: ItemCode, value: Int, size: number): string {
  return octetsOfInt(value, size, isSigned);
}

/** Turns octets around: from the greatest first to the least first. */
export function turned(text: string): string {
  return text.length < 2 ? text : Array.from(text).reverse().join('');
}
