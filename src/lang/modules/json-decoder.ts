// JSON text as Python values. Nesting is limited as recursion is. Source: CPython 3.14
// Lib/json/decoder.py, scanner.py.

import { RecursionError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass } from '../objects/classes.ts';
import { Dict } from '../objects/dict.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';
import { intFromText } from '../text/parse-number.ts';
import { codeIndex, lengthOf } from '../text/quote.ts';
import { Float } from '../values.ts';

export const decodeErrorClass = builtinClass(
  'JSONDecodeError',
  [exceptionClassOf(ValueError)],
  'json.decoder',
);

/** The error at a place of the text, counted in UTF-16 units. */
function decodeError(message: string, text: string, at: number): ValueError {
  const position = codeIndex(text, at);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = lengthOf(before.slice(before.lastIndexOf('\n') + 1)) + 1;
  const where = `line ${line} column ${column} (char ${position})`;
  const error = new ValueError(`${message}: ${where}`);
  error.userClass = decodeErrorClass;
  error.attributes = new Map<string, unknown>([
    ['msg', message],
    ['doc', text],
    ['pos', position],
    ['lineno', line],
    ['colno', column],
  ]);
  return error;
}

const number = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const plainText = /[^"\\\0-\x1f]*/y;
const blank = /[ \t\n\r]*/y;

const words = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new Float(Number.NaN)],
  ['Infinity', new Float(Number.POSITIVE_INFINITY)],
  ['-Infinity', new Float(Number.NEGATIVE_INFINITY)],
]);

const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

class Decoder {
  readonly #run: Interpreter;
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(run: Interpreter, text: string) {
    this.#run = run;
    this.#text = text;
  }

  whole(): unknown {
    this.#match(blank);
    const value = this.#value();
    this.#match(blank);
    if (this.#at < this.#text.length) throw decodeError('Extra data', this.#text, this.#at);
    return value;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  #fail(message: string, at = this.#at): never {
    throw decodeError(message, this.#text, at);
  }

  #value(): unknown {
    this.#run.charge(1);
    const next = this.#text[this.#at];
    if (next === '"') return this.#string();
    if (next === '{' || next === '[') return this.#collection(next);
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    const found = this.#match(number);
    if (found === null) this.#fail('Expecting value');
    const [whole, digits, fraction, exponent] = found;
    if (fraction !== undefined || exponent !== undefined) return new Float(Number(whole));
    return intFromText(digits, 10, this.#run.limits.digits);
  }

  #collection(open: '{' | '['): unknown {
    if (++this.#depth > this.#run.limits.recursion) {
      throw new RecursionError('maximum recursion depth exceeded');
    }
    this.#at++;
    this.#match(blank);
    const value = open === '{' ? this.#object() : this.#array();
    this.#depth--;
    return value;
  }

  #array(): unknown[] {
    const items: unknown[] = [];
    if (this.#takes(']')) return items;
    for (;;) {
      items.push(this.#value());
      if (this.#isLast(']', 'array')) return items;
    }
  }

  #object(): Dict {
    const dict = new Dict(this.#run);
    if (this.#takes('}')) return dict;
    for (;;) {
      if (this.#text[this.#at] !== '"') {
        this.#fail('Expecting property name enclosed in double quotes');
      }
      const key = this.#string();
      this.#match(blank);
      if (!this.#takes(':')) this.#fail("Expecting ':' delimiter");
      this.#match(blank);
      dict.set(key, this.#value());
      if (this.#isLast('}', 'object')) return dict;
    }
  }

  #takes(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  /** After an item: whether the collection ends; else the comma is taken. */
  #isLast(close: string, what: string): boolean {
    this.#match(blank);
    if (this.#takes(close)) return true;
    const comma = this.#at;
    if (!this.#takes(',')) this.#fail("Expecting ',' delimiter");
    this.#match(blank);
    if (this.#text[this.#at] !== close) return false;
    this.#fail(`Illegal trailing comma before end of ${what}`, comma);
  }

  #string(): string {
    const start = this.#at++;
    let text = '';
    for (;;) {
      text += this.#match(plainText)?.[0] ?? '';
      const next = this.#text[this.#at];
      if (next === undefined) this.#fail('Unterminated string starting at', start);
      if (next === '"') break;
      if (next !== '\\') this.#fail('Invalid control character at');
      text += this.#escape(start);
    }
    this.#at++;
    this.#run.charge(text.length >> 3);
    return text;
  }

  #escape(start: number): string {
    const letter = this.#text[this.#at + 1];
    if (letter === undefined) this.#fail('Unterminated string starting at', start);
    if (letter !== 'u') {
      const plain = escapes.get(letter);
      if (plain === undefined) this.#fail('Invalid \\escape');
      this.#at += 2;
      return plain;
    }
    const digits = this.#text.slice(this.#at + 2, this.#at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail('Invalid \\uXXXX escape', this.#at + 1);
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}

/** `json.loads(text)`. Throws JSONDecodeError. */
export function decodeJson(run: Interpreter, text: string): unknown {
  return new Decoder(run, text).whole();
}
