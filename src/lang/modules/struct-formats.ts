// Formats of module struct, read once: which values lie where in how many octets, packing and
// unpacking by them. Native sizes are those of Linux on 64 bits, where values are aligned.
// Source: CPython 3.14 Modules/_struct.c (prepare_s, s_pack_internal, s_unpack_internal).

import { Exception, OverflowError } from '../../asyncio/exceptions.ts';
import {
  type ItemCode,
  itemCodeOf,
  octetsOfFloat,
  octetsOfItem,
  rangeOf,
  readItem,
  turned,
} from '../bytes/item-codes.ts';
import { Bytes, OctetString } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass } from '../objects/classes.ts';
import { exceptionClass } from '../objects/exception-classes.ts';
import { indexOrUndefined } from '../objects/index-of.ts';
import { reserve } from '../objects/limits.ts';
import { specialOf } from '../objects/special.ts';
import { truthy } from '../objects/truth.ts';
import { isInt } from '../objects/type-of.ts';
import { Float } from '../values.ts';

export const structErrorClass = builtinClass('error', [exceptionClass], 'struct');

/** `struct.error`. */
export function structError(message: string): Exception {
  const error = new Exception(message);
  error.userClass = structErrorClass;
  return error;
}

/** One value, or a stretch of padding, where it stands. */
interface Field {
  /** `s` and `p` are one value of `size` octets; `x` is none. */
  readonly letter: string;
  readonly code: ItemCode | undefined;
  readonly size: number;
  readonly offset: number;
}

export class Format {
  readonly text: string;
  readonly isLittle: boolean;
  readonly fields: readonly Field[];
  /** The values that are packed, padding aside. */
  readonly count: number;
  readonly size: number;

  constructor(run: Interpreter, text: string) {
    this.text = text;
    const order = /^[@=<>!]/.exec(text)?.[0] ?? '@';
    const isNative = order === '@';
    this.isLittle = order !== '>' && order !== '!';
    const [fields, size] = fieldsOf(run, text.replace(/^[@=<>!]/, ''), isNative);
    this.fields = fields;
    this.size = size;
    this.count = fields.filter(({ letter }) => letter !== 'x').length;
  }

  pack(run: Interpreter, values: readonly unknown[]): string {
    reserve(run, this.size);
    let next = 0;
    let text = '';
    for (const field of this.fields) {
      text = text.padEnd(field.offset, '\0');
      text +=
        field.letter === 'x'
          ? '\0'.repeat(field.size)
          : packed(run, field, values[next++], this.isLittle);
    }
    return text.padEnd(this.size, '\0');
  }

  /** The values of as many octets as the format has. */
  unpack(run: Interpreter, text: string): unknown[] {
    run.charge(this.fields.length);
    const values: unknown[] = [];
    for (const { letter, code, size, offset } of this.fields) {
      const octets = text.slice(offset, offset + size);
      if (code !== undefined) {
        values.push(readItem(code, this.isLittle ? turned(octets) : octets));
      } else if (letter === 's') values.push(new Bytes(octets));
      else if (letter === 'p') {
        const length = Math.min(octets.charCodeAt(0) || 0, Math.max(0, size - 1));
        values.push(new Bytes(octets.slice(1, 1 + length)));
      }
    }
    return values;
  }
}

const MOST = 0x7fffffffffffffffn;

function fieldsOf(
  run: Interpreter,
  text: string,
  isNative: boolean,
): readonly [fields: readonly Field[], size: number] {
  const fields: Field[] = [];
  let offset = 0;
  for (const [, digits, letter] of text.matchAll(/(\d*)([^\d\s]?)\s*/g)) {
    if (digits !== '' && letter === '') {
      throw structError('repeat count given without format specifier');
    }
    if (letter === '') continue;
    const code = itemCodeOf(letter);
    const unit = 'spx'.includes(letter) ? 1 : isNative ? code?.nativeSize : code?.standardSize;
    if (unit === undefined || unit === 0) throw structError('bad char in struct format');
    if (digits !== '' && BigInt(digits) * BigInt(unit) > MOST) {
      throw structError('total struct size too long');
    }
    const count = digits === '' ? 1 : Number(digits);
    reserve(run, count);
    if (isNative) offset = Math.ceil(offset / unit) * unit;
    if ('spx'.includes(letter)) {
      fields.push({ letter, code, size: count, offset });
      offset += count;
      continue;
    }
    for (let turn = 0; turn < count; turn++) {
      fields.push({ letter, code, size: unit, offset });
      offset += unit;
    }
  }
  return [fields, offset];
}

/** The octets of one value. Throws struct.error, OverflowError. */
function packed(run: Interpreter, field: Field, value: unknown, isLittle: boolean): string {
  const { letter, code, size } = field;
  if (code === undefined) return packedString(field, value);
  if (code.kind === 'truth') return truthy(run, value) ? '\x01' : '\0';
  if (code.kind === 'octet') {
    if (value instanceof Bytes && value.size === 1) return value.text;
    throw structError('char format requires a bytes object of length 1');
  }
  const octets =
    code.kind === 'float'
      ? packedFloat(run, value, letter, size)
      : packedInt(run, value, code, size);
  return isLittle ? turned(octets) : octets;
}

function packedString({ letter, size }: Field, value: unknown): string {
  if (!(value instanceof OctetString)) {
    throw structError(`argument for '${letter}' must be a bytes object`);
  }
  if (letter === 's') return value.text.slice(0, size).padEnd(size, '\0');
  if (size === 0) return '';
  const kept = value.text.slice(0, size - 1);
  return (String.fromCharCode(Math.min(kept.length, 255)) + kept).padEnd(size, '\0');
}

function packedFloat(run: Interpreter, value: unknown, letter: string, size: number): string {
  const isNumber = value instanceof Float || hasReal(run, value);
  if (!isNumber) throw structError('required argument is not a float');
  const octets = octetsOfFloat(run.objects.real(run, value), size);
  if (octets !== null) return octets;
  if (isInt(value)) throw structError('int too large to convert');
  throw new OverflowError(`float too large to pack with ${letter} format`);
}

function hasReal(run: Interpreter, value: unknown): boolean {
  const isFloatLike = specialOf(value, '__float__') !== undefined;
  return isFloatLike || indexOrUndefined(run, value) !== undefined;
}

function packedInt(run: Interpreter, value: unknown, code: ItemCode, size: number): string {
  const index = indexOrUndefined(run, value);
  if (index === undefined) throw structError('required argument is not an integer');
  const [least, most] = rangeOf(code, size);
  if (index >= least && index <= most) return octetsOfItem(code, index, size);
  throw structError(`'${code.letter}' format requires ${least} <= number <= ${most}`);
}
