// Python text to tokens: indentation, brackets, line joining, names, numbers and operators, after
// CPython's Parser/lexer/lexer.c. Every mistake is reported and becomes an `error` token, and the
// work goes on: a bracket that is never closed ends where a line starts with a word that no
// expression can hold, so that one slip does not swallow the rest of the file.

import type { Report } from '../base/diagnostic.ts';
import { type SourceText, spanBetween } from '../base/source-text.ts';
import { hintForCharacter, hintForNumber } from './foreign-spelling.ts';
import { LineIndentation } from './line-indentation.ts';
import { endOfName, normalizeName, refusalOf } from './scan-name.ts';
import { scanNumber } from './scan-number.ts';
import {
  type Bracket,
  decodePrefix,
  endOfString,
  type FormatField,
  type FormatString,
  type Mode,
  scanLiteralPart,
} from './scan-string.ts';
import { bracketDepthLimit, keywords, Tokens, tokenLimit } from './token.ts';

const stringStart = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?('''|"""|'|")/y;
const mayStartString = /['"rRbBfFtTuU]/;
const operator =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|[-+*/%@&|^<>=!]=|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>()[\]{},:;.=]/y;
const blanks = /[ \t\f]*/y;
const lineBreak = /\r\n|[\r\n]/y;
/** The start of a line that cannot continue an expression, whatever bracket is open. */
const statementOnly = new RegExp(
  '[ \\t\\f]*(?:async[ \\t]+(?:def|with)|def|class|return|with|while|try|import|raise|pass|' +
    'break|continue|del|global|nonlocal|assert|except|finally|elif)\\b',
  'y',
);
const closers = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/**
 * The tokens of a text, ending with `newline` (if there is any other token), the dedents and `end`.
 * @param report takes every mistake in the text; there are never exceptions.
 */
export function tokenize(source: SourceText, report: Report): Tokens {
  return new Tokenizer(source, report).run();
}

class Tokenizer {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #report: Report;
  readonly #tokens = new Tokens();
  readonly #indentation: LineIndentation;
  #offset = 0;
  #lastError = -1;
  #atLineStart = true;
  readonly #brackets: Bracket[] = [];
  /** Open f-strings and their open replacement fields, the innermost last. */
  readonly #modes: Mode[] = [];

  constructor(source: SourceText, report: Report) {
    this.#source = source;
    this.#text = source.text;
    this.#report = report;
    this.#indentation = new LineIndentation(this.#tokens, this.#error.bind(this));
  }

  run(): Tokens {
    if (this.#text.startsWith('\ufeff')) this.#offset = 1;
    while (this.#offset < this.#text.length) {
      if (this.#tokens.kinds.length >= tokenLimit) {
        const message = `the text is too long (the limit is ${tokenLimit} tokens)`;
        this.#error(message, this.#offset, this.#offset + 1, 'limit');
        this.#abandonText();
      }
      const mode = this.#modes[this.#modes.length - 1];
      if (mode !== undefined && (mode.kind === 'string' || mode.inSpec)) this.#literalPart(mode);
      else if (this.#atLineStart && this.#brackets.length === 0) this.#startLine();
      else this.#scan();
    }
    this.#finish();
    return this.#tokens;
  }

  #error(message: string, from: number, to: number, code = 'syntax', hint?: string): void {
    const span = spanBetween(this.#source, from, to);
    this.#lastError = Math.max(this.#lastError, from);
    const diagnostic = { severity: 'error', code, message, span } as const;
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  #push(kind: Parameters<Tokens['push']>[0], end: number, text = ''): void {
    this.#tokens.push(kind, this.#offset, end, text);
    this.#offset = end;
  }

  /** The end of what a sticky pattern matches here, or the offset itself. */
  #match(pattern: RegExp): number {
    pattern.lastIndex = this.#offset;
    return pattern.test(this.#text) ? pattern.lastIndex : this.#offset;
  }

  #startLine(): void {
    this.#atLineStart = false;
    const next = this.#indentation.startLine(this.#text, this.#offset);
    this.#offset = next.offset;
    this.#atLineStart = next.isBlank;
  }

  #scan(): void {
    this.#offset = this.#match(blanks);
    const text = this.#text;
    if (this.#offset >= text.length) return;
    const character = text[this.#offset];
    if (character === '#') {
      this.#offset = this.#endOfLine(this.#offset);
    } else if (character === '\n' || character === '\r') this.#newline();
    else if (character === '\\') this.#joinLines();
    else this.#token(character);
  }

  #token(character: string): void {
    const code = character.charCodeAt(0);
    const isDigit = code >= 48 && code <= 57;
    const next = this.#text.charCodeAt(this.#offset + 1);
    if (isDigit || (character === '.' && next >= 48 && next <= 57)) {
      const number = scanNumber(this.#text, this.#offset);
      if (number.error === null) this.#push('number', number.end);
      else {
        const hint = hintForNumber(this.#text.slice(this.#offset, number.end));
        this.#error(number.error, this.#offset, number.end, 'syntax', hint);
        this.#push('error', number.end);
      }
      return;
    }
    if (mayStartString.test(character)) {
      stringStart.lastIndex = this.#offset;
      const string = stringStart.exec(this.#text);
      if (string !== null) {
        this.#string(string[0], string[1]);
        return;
      }
    }
    const nameEnd = endOfName(this.#text, this.#offset);
    if (nameEnd > this.#offset) {
      const name = this.#text.slice(this.#offset, nameEnd);
      if (keywords.has(name)) this.#push('keyword', nameEnd, name);
      else this.#push('name', nameEnd, normalizeName(name));
      return;
    }
    this.#operator(character);
  }

  #operator(character: string): void {
    const field = this.#field();
    const isTopOfField = field !== null && this.#brackets.length === field.level;
    if (isTopOfField && character === ':') {
      field.inSpec = true;
      this.#push('operator', this.#offset + 1, ':');
      return;
    }
    if (isTopOfField && character === '!' && this.#text[this.#offset + 1] !== '=') {
      this.#push('operator', this.#offset + 1, '!');
      return;
    }
    const end = this.#match(operator);
    if (end === this.#offset) {
      this.#invalidCharacter();
      return;
    }
    const text = this.#text.slice(this.#offset, end);
    if (closers.has(text)) this.#open(text);
    else if (text === ')' || text === ']' || text === '}') this.#close(text);
    else this.#push('operator', end, text);
  }

  #open(text: string): void {
    if (this.#brackets.length >= bracketDepthLimit) {
      this.#error('too many nested parentheses', this.#offset, this.#offset + 1, 'nesting');
      this.#abandonText();
      return;
    }
    this.#brackets.push({ text, from: this.#offset, isField: false });
    this.#push('operator', this.#offset + 1, text);
  }

  #close(text: string): void {
    const { length } = this.#brackets;
    const bracket = this.#brackets[length - 1];
    const field = this.#field();
    if (bracket === undefined || (bracket.isField && text !== '}')) {
      const where = field === null ? '' : 'f-string: ';
      this.#error(`${where}unmatched '${text}'`, this.#offset, this.#offset + 1);
      this.#push('error', this.#offset + 1);
      return;
    }
    this.#brackets.length = length - 1;
    if (field !== null && text === '}' && (bracket.isField || bracket.text !== '{')) {
      // It ends the field, whatever else is open in it.
      this.#brackets.length = field.level - 1;
      this.#modes.pop();
    }
    if (closers.get(bracket.text) === text) {
      this.#push('operator', this.#offset + 1, text);
      return;
    }
    const here = this.#source.position(this.#offset).line;
    const { line } = this.#source.position(bracket.from);
    const where = line === here ? '' : ` on line ${line}`;
    const mismatch = `does not match opening parenthesis '${bracket.text}'${where}`;
    const message = `closing parenthesis '${text}' ${mismatch}`;
    this.#error(message, this.#offset, this.#offset + 1);
    this.#push('error', this.#offset + 1);
  }

  #field(): FormatField | null {
    const mode = this.#modes[this.#modes.length - 1];
    return mode?.kind === 'field' ? mode : null;
  }

  #newline(): void {
    const end = this.#match(lineBreak);
    if (this.#brackets.length === 0) {
      this.#push('newline', end);
      this.#atLineStart = true;
      return;
    }
    this.#offset = end;
    if (this.#match(statementOnly) === this.#offset) return;
    const string = this.#modes.find((mode) => mode.kind === 'string');
    if (string !== undefined) {
      this.#error(`${string.name}-string: expecting '}'`, string.from, string.from + 1);
      this.#modes.length = 0;
      this.#brackets.length = string.brackets;
    }
    this.#neverClosed();
    this.#atLineStart = true;
  }

  /** Gives up on the open brackets: the logical line ends here, before the current offset. */
  #neverClosed(): void {
    const bracket = this.#brackets[this.#brackets.length - 1];
    if (bracket !== undefined) {
      this.#tokens.unclosed.push({ from: this.#brackets[0].from, to: this.#offset });
      // What was broken after it, a string say, has swallowed the closing bracket.
      if (this.#lastError < bracket.from) {
        this.#error(`'${bracket.text}' was never closed`, bracket.from, bracket.from + 1);
      }
      this.#brackets.length = 0;
    }
    this.#tokens.push('error', this.#offset, this.#offset);
    this.#tokens.push('newline', this.#offset, this.#offset);
  }

  #joinLines(): void {
    const from = this.#offset;
    this.#offset++;
    const end = this.#match(lineBreak);
    if (end === this.#offset) {
      const isEnd = end >= this.#text.length;
      const message = isEnd
        ? 'unexpected EOF while parsing'
        : 'unexpected character after line continuation character';
      this.#error(message, from, from + 1);
      this.#tokens.push('error', from, from + 1);
      this.#offset = this.#endOfLine(from);
      return;
    }
    this.#offset = end;
    if (end >= this.#text.length) {
      this.#error('unexpected EOF while parsing', from, from + 1);
      this.#tokens.push('error', from, from + 1);
    }
  }

  #string(start: string, quote: string): void {
    const prefix = decodePrefix(start, quote);
    const from = this.#offset;
    if (prefix.isFormat) {
      const mode: FormatString = {
        kind: 'string',
        ...{ quote, from, isRaw: prefix.isRaw, name: prefix.name },
        brackets: this.#brackets.length,
      };
      this.#modes.push(mode);
      this.#push('fstringStart', from + start.length);
      return;
    }
    const end = endOfString(this.#text, from + start.length, quote);
    if (end >= 0) {
      this.#push('string', end);
      return;
    }
    const outer = this.#modes[this.#modes.length - 2];
    if (outer?.kind === 'string' && outer.quote === quote) {
      this.#abandonString(outer, "f-string: expecting '}'", from);
      return;
    }
    const what = `${quote.length === 3 ? 'triple-quoted ' : ''}string literal`;
    const message = `unterminated ${what} (detected at line ${this.#lastLine(quote)})`;
    this.#error(message, from, from + start.length);
    this.#push('error', quote.length === 3 ? this.#text.length : this.#endOfLine(from));
  }

  #literalPart(mode: Mode): void {
    const part = scanLiteralPart(this.#text, this.#offset, mode, this.#modes);
    if (part.end > this.#offset) this.#push('fstringMiddle', part.end);
    switch (part.next) {
      case 'end':
        this.#modes.pop();
        this.#push('fstringEnd', this.#offset + part.size);
        return;
      case 'field':
        if (this.#brackets.length >= bracketDepthLimit) {
          this.#error('too many nested parentheses', this.#offset, this.#offset + 1, 'nesting');
          this.#abandonText();
          return;
        }
        this.#brackets.push({ text: '{', from: this.#offset, isField: true });
        this.#modes.push({ kind: 'field', level: this.#brackets.length, inSpec: false });
        this.#push('operator', this.#offset + 1, '{');
        return;
      case 'close':
        this.#close('}');
        return;
      case 'error':
        this.#abandonString(part.string, this.#explain(part.message, part.string), part.place);
    }
  }

  /** The message with the line where the text ended, where CPython says it. */
  #explain(message: string, string: FormatString): string {
    if (!message.startsWith('unterminated')) return message;
    return `${message} (detected at line ${this.#lastLine(string.quote)})`;
  }

  /** The line where a string without its end is given up: the last one, or that of the offset. */
  #lastLine(quote: string): number {
    const end = quote.length === 3 ? this.#text.length : this.#endOfLine(this.#offset);
    const isAfterBreak = quote.length === 3 && /[\r\n]/.test(this.#text[end - 1] ?? '');
    return this.#source.position(isAfterBreak ? end - 1 : end).line;
  }

  /** Reports and leaves a broken f-string: up to its line's end, or the text's if triple-quoted. */
  #abandonString(string: FormatString, message: string, place: number): void {
    this.#error(message, place, place + 1);
    this.#modes.length = this.#modes.indexOf(string);
    this.#brackets.length = string.brackets;
    const isTriple = string.quote.length === 3;
    this.#push('error', isTriple ? this.#text.length : this.#endOfLine(this.#offset));
  }

  /** After a limit: the rest of the text is skipped, as nothing in it can be matched any more. */
  #abandonText(): void {
    const from = this.#brackets[0]?.from ?? this.#offset;
    this.#tokens.unclosed.push({ from, to: this.#text.length });
    this.#modes.length = 0;
    this.#brackets.length = 0;
    this.#push('error', this.#text.length);
  }

  #invalidCharacter(): void {
    const from = this.#offset;
    const point = this.#text.codePointAt(from) as number;
    const character = String.fromCodePoint(point);
    const hint = hintForCharacter(character);
    this.#error(refusalOf(point), from, from + character.length, 'syntax', hint);
    this.#push('error', from + character.length);
  }

  #endOfLine(from: number): number {
    let offset = from;
    for (; offset < this.#text.length; offset++) {
      const code = this.#text.charCodeAt(offset);
      if (code === 0x0a || code === 0x0d) break;
    }
    return offset;
  }

  #finish(): void {
    const string = this.#modes.find((mode) => mode.kind === 'string');
    if (string !== undefined) {
      const field = this.#modes[this.#modes.length - 1].kind === 'field';
      const triple = string.quote.length === 3 ? 'triple-quoted ' : '';
      const name = `${string.name}-string`;
      const message = field ? `${name}: expecting '}'` : `unterminated ${triple}${name} literal`;
      this.#abandonString(string, this.#explain(message, string), string.from);
    }
    if (this.#brackets.length > 0) this.#neverClosed();
    const { last } = this.#tokens;
    const end = this.#text.length;
    if (last !== undefined && last !== 'newline' && last !== 'dedent' && last !== 'indent') {
      this.#tokens.push('newline', end, end);
    }
    this.#indentation.finish(end);
    this.#tokens.push('end', end, end);
  }
}
