// bytes and bytearray as values. What is read of them is a text whose characters have the codes 0
// to 255, one an octet, so that JavaScript's own searches work on it. A bytes has that text; a
// bytearray has an array of numbers, which changes in place, and makes its text when it is asked.
// Source: CPython Objects/bytesobject.c, Objects/bytearrayobject.c (bytearray_richcompare).

import { BufferError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType } from '../objects/classes.ts';
import { hash } from '../objects/hash.ts';
import { indexOrUndefined } from '../objects/index-of.ts';
import type { Int } from '../objects/integers.ts';
import { countedClass, PyIterator, STOP } from '../objects/iterator.ts';
import { type OrderOperator, Structural } from '../objects/structural.ts';
import { typeName } from '../objects/type-of.ts';

/** Whatever has octets: bytes, bytearray, memoryview. */
export abstract class Octets extends Structural {
  override readonly isIterable = true;

  /** The octets, as characters of the codes 0 to 255. */
  abstract get text(): string;
  /** `len(self)`. */
  abstract get size(): number;

  override equalTo(run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof Octets)) return undefined;
    run.charge(this.size >> 3);
    return this.text === other.text;
  }

  override contains(run: Interpreter, value: unknown): boolean | undefined {
    run.charge(this.size >> 3);
    return this.text.includes(soughtOctets(run, value, requiresOctets));
  }
}

/** Octets are in the order of their text. */
export function isInOrder(operator: OrderOperator, a: string, b: string): boolean {
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** What `bytes` and `bytearray` have in common. */
export abstract class OctetString extends Octets {
  abstract octet(place: number): number;

  override orderTo(
    _run: Interpreter,
    operator: OrderOperator,
    other: unknown,
  ): boolean | undefined {
    if (!(other instanceof Octets)) return undefined;
    if (!(other instanceof OctetString) && this instanceof Bytes) return undefined;
    return isInOrder(operator, this.text, other.text);
  }

  override iterator(_run: Interpreter): PyIterator {
    return this instanceof ByteArray ? new ByteArrayIterator(this) : new BytesIterator(this);
  }
}

export class Bytes extends OctetString {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  get size(): number {
    return this.text.length;
  }

  octet(place: number): number {
    return this.text.charCodeAt(place);
  }

  override hash(run: Interpreter): Int {
    return hash(run, this.text);
  }
}

export class ByteArray extends OctetString {
  readonly #octets: number[];
  #text: string | null = null;
  /** Views that a `with` holds: while there are some, the size stays as it is. */
  views = 0;

  constructor(octets: number[]) {
    super();
    this.#octets = octets;
  }

  get size(): number {
    return this.#octets.length;
  }

  get text(): string {
    this.#text ??= textOfOctets(this.#octets);
    return this.#text;
  }

  /** Made for whoever changes it; all that is kept of the old octets goes. */
  get changing(): number[] {
    this.#text = null;
    return this.#octets;
  }

  /** Throws BufferError where a view holds it. */
  checkResizable(): void {
    if (this.views > 0) {
      throw new BufferError('Existing exports of data: object cannot be re-sized');
    }
  }

  octet(place: number): number {
    return this.#octets[place];
  }

  override hash(): null {
    return null;
  }
}

/** Over octets that may change meanwhile: by place. */
class BytesIterator extends PyIterator {
  #from: OctetString | null;
  #place = 0;

  constructor(from: OctetString) {
    super();
    this.#from = from;
  }

  get left(): number {
    return this.#from === null ? 0 : Math.max(0, this.#from.size - this.#place);
  }

  next(): unknown {
    if (this.#from !== null && this.#place < this.#from.size) {
      return this.#from.octet(this.#place++);
    }
    this.#from = null;
    return STOP;
  }
}

class ByteArrayIterator extends BytesIterator {}

declareType(BytesIterator, countedClass('bytes_iterator'));
declareType(ByteArrayIterator, countedClass('bytearray_iterator'));

export const bytesClass = builtinClass('bytes');
export const bytearrayClass = builtinClass('bytearray');
for (const cls of [bytesClass, bytearrayClass]) cls.asksMethods = true;
declareType(Bytes, bytesClass);
declareType(ByteArray, bytearrayClass);

/** A piece short enough for the arguments of one call. */
const PIECE = 4096;

export function textOfOctets(octets: ArrayLike<number>): string {
  let text = '';
  for (let start = 0; start < octets.length; start += PIECE) {
    const end = Math.min(octets.length, start + PIECE);
    text += String.fromCharCode(...Array.prototype.slice.call(octets, start, end));
  }
  return text;
}

export function octetsOfText(text: string): number[] {
  const octets: number[] = new Array(text.length);
  for (let place = 0; place < text.length; place++) octets[place] = text.charCodeAt(place);
  return octets;
}

/** The same kind of value with other octets. */
export function alike(like: OctetString, text: string): OctetString {
  return like instanceof ByteArray ? new ByteArray(octetsOfText(text)) : new Bytes(text);
}

export function requiresOctets(value: unknown): PyTypeError {
  const shown = value === null ? 'NoneType' : typeName(value);
  return new PyTypeError(`a bytes-like object is required, not '${shown}'`);
}

/** The text of a bytes-like argument. Throws TypeError. */
export function octetsArgument(value: unknown): string {
  if (value instanceof Octets) return value.text;
  throw requiresOctets(value);
}

/** An int as an octet. Throws TypeError, ValueError. */
export function toOctet(run: Interpreter, value: unknown, plural = ''): number {
  const index = indexOrUndefined(run, value);
  if (index === undefined) {
    throw new PyTypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  return checkedOctet(index, plural);
}

function checkedOctet(index: Int, plural = ''): number {
  if (index >= 0 && index < 256) return Number(index);
  throw new ValueError(`byte${plural} must be in range(0, 256)`);
}

/** What a search looks for: octets, or an int for one of them. Throws TypeError, ValueError. */
export function soughtOctets(
  run: Interpreter,
  value: unknown,
  refuse: (value: unknown) => PyTypeError,
): string {
  if (value instanceof Octets) return value.text;
  const index = indexOrUndefined(run, value);
  if (index === undefined) throw refuse(value);
  return String.fromCharCode(checkedOctet(index));
}
