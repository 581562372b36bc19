// Where the reader of a regular expression stands in it. Places are counted in code points, as
// CPython's messages count them. Source: CPython 3.14 Lib/re/_parser.py (Tokenizer).

import type { Exception } from '../../../asyncio/exceptions.ts';
import { patternError } from './errors.ts';

export class PatternCursor {
  readonly pattern: string;
  readonly #characters: readonly string[];
  at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
    this.#characters = Array.from(pattern);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#characters.length;
  }

  /** The next character without taking it; empty at the end. */
  peek(): string {
    return this.#characters[this.at] ?? '';
  }

  /** The character at a place. */
  text(at: number): string {
    return this.#characters[at] ?? '';
  }

  /** What stands from a place on. */
  rest(from: number): string {
    return this.#characters.slice(from).join('');
  }

  next(): string {
    return this.#characters[this.at++] ?? '';
  }

  /** Takes a character if it is the next one. */
  take(character: string): boolean {
    const isNext = this.peek() === character;
    if (isNext) this.at++;
    return isNext;
  }

  /** Takes what fits, at most `most` characters. */
  takeWhile(fits: RegExp, most: number): string {
    let taken = '';
    for (let count = 0; count < most && fits.test(this.peek()); count++) taken += this.next();
    return taken;
  }

  /** Whether a blank or a comment of a verbose expression was taken. */
  skipsBlank(): boolean {
    if (/^[ \t\n\r\v\f]$/.test(this.peek())) {
      this.at++;
      return true;
    }
    if (this.peek() !== '#') return false;
    while (!this.isAtEnd && this.next() !== '\n');
    return true;
  }

  /** What stands before `end`, which is taken, too. */
  until(end: string, what: string): string {
    const start = this.at;
    let text = '';
    for (;;) {
      if (this.isAtEnd) {
        if (text === '') throw this.error(`missing ${what}`, start);
        throw this.error(`missing ${end}, unterminated name`, start);
      }
      const character = this.next();
      if (character === end) break;
      text += character;
    }
    if (text === '') throw this.error(`missing ${what}`, start);
    return text;
  }

  error(message: string, at: number): Exception {
    return patternError(message, this.pattern, at);
  }
}
