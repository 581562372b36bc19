// Module `shlex`: split, quote and join, as a POSIX shell reads words. The class `shlex` itself is
// left out. Source: CPython 3.14 Lib/shlex.py (shlex.read_token, split, quote).

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { items } from '../objects/iteration.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { PyModule, plainText } from '../values.ts';

const BLANKS = ' \t\r\n';
const UNSAFE = /[^\w@%+=:,./-]/;

/** Reads words of a line; in POSIX mode quotes and escapes are taken off. */
class WordReader {
  readonly #characters: readonly string[];
  readonly #comments: boolean;
  readonly #posix: boolean;
  #at = 0;

  constructor(text: string, comments: boolean, posix: boolean) {
    this.#characters = Array.from(text);
    this.#comments = comments;
    this.#posix = posix;
  }

  words(): string[] {
    const words: string[] = [];
    for (let word = this.#word(); word !== null; word = this.#word()) words.push(word);
    return words;
  }

  #next(): string | undefined {
    return this.#characters[this.#at++];
  }

  #word(): string | null {
    let word: string | null = null;
    for (let c = this.#next(); c !== undefined; c = this.#next()) {
      if (BLANKS.includes(c)) {
        if (word !== null) return word;
      } else if (c === '#' && this.#comments) {
        while (c !== undefined && c !== '\n') c = this.#next();
        if (word !== null) return word;
      } else if (c === '\\' && this.#posix) {
        const escaped = this.#next();
        if (escaped === undefined) throw new ValueError('No escaped character');
        word = (word ?? '') + escaped;
      } else if (c === "'" || c === '"') {
        if (!this.#posix && word !== null) word += c;
        else word = (word ?? '') + this.#quoted(c);
        if (!this.#posix && word?.endsWith(c) === true && word.length > 1) return word;
      } else word = (word ?? '') + c;
    }
    return word;
  }

  #quoted(quote: string): string {
    let text = this.#posix ? '' : quote;
    for (let c = this.#next(); c !== undefined; c = this.#next()) {
      if (c === quote) return this.#posix ? text : text + quote;
      if (c === '\\' && quote === '"' && this.#posix) {
        const escaped = this.#next();
        if (escaped === undefined) throw new ValueError('No escaped character');
        text += escaped === '\\' || escaped === quote ? escaped : c + escaped;
      } else text += c;
    }
    throw new ValueError('No closing quotation');
  }
}

function quote(text: unknown): string {
  const plain = plainText(text);
  if (typeof plain !== 'string') {
    throw new PyTypeError(`expected string object, got ${shownType(text)}`);
  }
  if (plain === '') return "''";
  return UNSAFE.test(plain) ? `'${plain.replaceAll("'", `'"'"'`)}'` : plain;
}

function shownType(value: unknown): string {
  return `'${typeName(value)}'`;
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    'split(s, comments=False, posix=True)',
    (run: Interpreter, text: unknown, comments: unknown, posix: unknown) => {
      if (text === null) throw new ValueError('s argument must not be None');
      const plain = run.objects.str(run, text);
      run.charge(plain.length);
      return new WordReader(plain, truthy(run, comments), truthy(run, posix)).words();
    },
  ),
  new LibraryFunction('quote(s)', (_run, text: unknown) => quote(text)),
  new LibraryFunction('join(split_command)', (run, words: unknown) =>
    [...items(run, words)].map(quote).join(' '),
  ),
];

/** The module; the same for every run. */
export const shlexModule = new PyModule(
  'shlex',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
