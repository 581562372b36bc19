// Reads the lines of events quickly: character by character, without a parser's tree and without
// writing them again to compare. Special numbers, integers of more than 15 digits and all that is
// damaged are left. What the scanner takes is written exactly as a trace writes it;
// what it leaves is for read-line.ts, which says what is wrong. Texts that come
// again are the same string, so that events that are kept do not keep the pieces of the file.

import { EVENT_FIELDS, EVENT_KINDS, type TraceEvent } from './event.ts';
import { EVENT_FIELD_TYPES, type FieldType } from './fields.ts';
import { numberText } from './jsonl.ts';

/** Digits of integers that are read here: more may not be exact. */
const MAXIMUM_DIGITS = 15;

/** Texts that are known at a time; a power of two. */
const KNOWN_TEXTS = 4096;

/** Places in the source that are known at a time. */
const KNOWN_PLACES = 65536;

const QUOTE = 34;
const COMMA = 44;
const ZERO = 48;
const BACKSLASH = 92;
const BRACE = 125;
const LINE_FEED = 10;

const KIND_CODES: ReadonlyMap<string, number> = new Map(
  EVENT_KINDS.map((kind, code) => [kind, code]),
);

const FIELD_KEYS: readonly (readonly string[])[] = EVENT_FIELDS.map((names) =>
  names.map((name) => `,"${name}":`),
);

type Place = readonly [number, number] | null;

export class EventScanner {
  /** After the line feed of the event that was taken last. */
  end = 0;
  #text = '';
  #at = 0;
  /** Whether everything was as expected up to here. */
  #isWhole = true;
  readonly #known: string[] = new Array(KNOWN_TEXTS).fill('');
  readonly #places = new Map<number, Place>();
  /** The number that was read last, often the time of the next event, and how it is written. */
  #lastNumber = 0;
  #lastText = '0';

  /**
   * The event `seq` of the line that begins at `start` and ends with a line feed; null where it is
   * not written as the scanner knows.
   */
  scan(text: string, start: number, seq: number): TraceEvent | null {
    this.#text = text;
    this.#at = start;
    this.#isWhole = true;
    this.#expect('{"seq":');
    if (this.#integer() !== seq) return null;
    this.#expect(',"iteration":');
    const iteration = this.#integer();
    this.#expect(',"time":');
    const time = this.#number();
    this.#expect(',"task":');
    const task = this.#integer();
    this.#expect(',"kind":');
    const code = this.#isWhole ? KIND_CODES.get(this.#string()) : undefined;
    if (code === undefined) return null;
    this.#expect(',"at":');
    const at = this.#place();
    this.#expect(',"cause":');
    const cause = this.#integer();
    const kind = EVENT_KINDS[code];
    const event: Record<string, unknown> = { seq, iteration, time, task, kind, at, cause };
    const names = EVENT_FIELDS[code];
    for (let i = 0; i < names.length && this.#isWhole; i++) {
      this.#expect(FIELD_KEYS[code][i]);
      event[names[i]] = this.#field(EVENT_FIELD_TYPES[code][i]);
    }
    const stop = this.#at;
    const isEnd = text.charCodeAt(stop) === BRACE && text.charCodeAt(stop + 1) === LINE_FEED;
    if (!this.#isWhole || !isEnd) return null;
    this.end = stop + 2;
    return Object.freeze(event) as unknown as TraceEvent;
  }

  #field(type: FieldType): unknown {
    switch (type) {
      case 'string':
        return this.#string();
      case 'string?':
        return this.#takesNull() ? null : this.#string();
      case 'integer':
        return this.#integer();
      case 'number':
        return this.#number();
      case 'number?':
        return this.#takesNull() ? null : this.#number();
      case 'boolean':
        return this.#boolean();
      default: {
        const value = this.#string();
        return type.includes(value) ? value : this.#refuse();
      }
    }
  }

  #expect(literal: string): void {
    const text = this.#text;
    let at = this.#at;
    for (let i = 0; i < literal.length; i++) {
      if (text.charCodeAt(at++) !== literal.charCodeAt(i)) {
        this.#isWhole = false;
        return;
      }
    }
    this.#at = at;
  }

  /** From 0, without leading zeros. */
  #integer(): number {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    let value = 0;
    for (; ; at++) {
      const digit = text.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    const digits = at - start;
    const isPadded = digits > 1 && text.charCodeAt(start) === ZERO;
    if (digits === 0 || digits > MAXIMUM_DIGITS || isPadded) this.#isWhole = false;
    this.#at = at;
    return value;
  }

  #number(): number {
    const text = this.#text;
    const start = this.#at;
    const last = this.#lastText;
    if (text.startsWith(last, start)) {
      const next = text.charCodeAt(start + last.length);
      if (next === COMMA || next === BRACE) {
        this.#at = start + last.length;
        return this.#lastNumber;
      }
    }
    let at = start;
    while (isOfNumber(text.charCodeAt(at))) at++;
    const written = text.slice(start, at);
    const value = written === '' ? Number.NaN : Number(written);
    this.#at = at;
    if (numberText(value) !== written) {
      this.#isWhole = false;
      return value;
    }
    this.#lastNumber = value;
    this.#lastText = written;
    return value;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    if (text.charCodeAt(start - 1) !== QUOTE) return this.#refuse();
    let at = start;
    let hash = 0;
    for (; ; at++) {
      const letter = text.charCodeAt(at);
      if (letter === QUOTE) break;
      if (!(letter >= 32 && letter <= 126) || letter === BACKSLASH) return this.#otherString();
      hash = (Math.imul(hash, 31) + letter) | 0;
    }
    this.#at = at + 1;
    const slot = (hash ^ (hash >>> 15)) & (KNOWN_TEXTS - 1);
    const known = this.#known[slot];
    if (known.length === at - start && text.startsWith(known, start)) return known;
    // A copy: a slice would keep the whole piece of text.
    const copy: string = JSON.parse(text.slice(start - 1, at + 1));
    this.#known[slot] = copy;
    return copy;
  }

  /** A string with escapes or letters beyond ASCII: as JSON.stringify writes it, or none. */
  #otherString(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start + 1;
    for (let letter = text.charCodeAt(at); letter !== QUOTE; letter = text.charCodeAt(at)) {
      // Also beyond the end, where it is NaN.
      if (!(letter >= 32)) return this.#refuse();
      at += letter === BACKSLASH ? 2 : 1;
    }
    this.#at = at + 1;
    const written = text.slice(start, at + 1);
    try {
      const value: string = JSON.parse(written);
      return JSON.stringify(value) === written ? value : this.#refuse();
    } catch {
      return this.#refuse();
    }
  }

  #refuse(): '' {
    this.#isWhole = false;
    return '';
  }

  #boolean(): boolean {
    const isTrue = this.#text.startsWith('true', this.#at);
    this.#expect(isTrue ? 'true' : 'false');
    return isTrue;
  }

  #takesNull(): boolean {
    if (!this.#text.startsWith('null', this.#at)) return false;
    this.#at += 4;
    return true;
  }

  #place(): Place {
    if (this.#takesNull()) return null;
    this.#expect('[');
    const line = this.#integer();
    this.#expect(',');
    const column = this.#integer();
    this.#expect(']');
    if (line === 0) this.#isWhole = false;
    const key = line * 65536 + column;
    const known = column < 65536 ? this.#places.get(key) : undefined;
    if (known !== undefined) return known;
    const place = Object.freeze([line, column] as const);
    if (column < 65536 && this.#places.size < KNOWN_PLACES) this.#places.set(key, place);
    return place;
  }
}

/** Whether a letter may stand in a number: digits, signs, point and exponent. */
function isOfNumber(letter: number): boolean {
  const isDigit = letter >= ZERO && letter <= 57;
  return isDigit || letter === 43 || letter === 45 || letter === 46 || letter === 101;
}
