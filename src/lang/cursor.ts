// The parser's place in the tokens: looking, taking, and giving up. A parsing function either
// returns a node or reports one mistake and throws a ParseFailure, which the statement's parser
// catches to go on with the next line; so every broken statement is reported, and once. Nesting is
// counted here, so that no text can exhaust JavaScript's stack.

import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source-text.ts';
import { spanBetween } from '../base/source-text.ts';
import type { Position, Span } from '../base/span.ts';
import { hintForOperator } from './foreign-spelling.ts';
import type { TokenKind, Tokens } from './token.ts';
import type { Expression } from './tree.ts';

/** Operators, brackets and the like may nest this deep in one expression. */
export const expressionDepthLimit = 200;

const wordsOfExpressions: ReadonlySet<string> = new Set([
  ...['None', 'True', 'False', 'not', 'lambda', 'await'],
  ...['(', '[', '{', '-', '+', '~', '...'],
]);

/** Thrown after a mistake has been reported; never leaves the parser. */
export class ParseFailure {
  readonly kind = 'ParseFailure';
}

/** The expression parsers that the parts of an expression call back (a module cycle otherwise). */
export interface Grammar {
  /** A conditional expression, a lambda or anything tighter; no `:=`, no comma. */
  expression(cursor: Cursor): Expression;
  /** The same or `name := value`. */
  namedExpression(cursor: Cursor): Expression;
  /** `or` and everything tighter: what a comprehension may iterate over. */
  disjunction(cursor: Cursor): Expression;
  /** `|` and everything tighter: an operand of a comparison. */
  operand(cursor: Cursor): Expression;
  /** An atom with its attributes, calls and subscripts. */
  primary(cursor: Cursor): Expression;
  /** An expression, or `*operand`. */
  starExpression(cursor: Cursor): Expression;
  /** Expressions and `*operand`s between commas: one alone, or a tuple without parentheses. */
  starExpressions(cursor: Cursor): Expression;
  /** `yield …`, or `starExpressions`. */
  yieldOrStarExpressions(cursor: Cursor): Expression;
}

export class Cursor {
  readonly source: SourceText;
  readonly tokens: Tokens;
  readonly grammar: Grammar;
  readonly #report: Report;
  /** The index of the current token. */
  at = 0;
  #depth = 0;

  constructor(source: SourceText, tokens: Tokens, grammar: Grammar, report: Report) {
    this.source = source;
    this.tokens = tokens;
    this.grammar = grammar;
    this.#report = report;
  }

  get kind(): TokenKind {
    return this.tokens.kinds[this.at];
  }

  /** The text of a name, keyword or operator, else the empty string. */
  get text(): string {
    return this.tokens.texts[this.at];
  }

  get start(): number {
    return this.tokens.starts[this.at];
  }

  get end(): number {
    return this.tokens.ends[this.at];
  }

  /** The end of the token before the current one. */
  get previousEnd(): number {
    return this.at === 0 ? 0 : this.tokens.ends[this.at - 1];
  }

  isKind(kind: TokenKind): boolean {
    return this.tokens.kinds[this.at] === kind;
  }

  /** Whether the current token is this keyword, operator or soft keyword. */
  is(text: string): boolean {
    return this.tokens.texts[this.at] === text;
  }

  /** Whether the token after the current one is this keyword, operator or soft keyword. */
  nextIs(text: string): boolean {
    return this.tokens.texts[this.at + 1] === text;
  }

  /** Whether an expression (without star and yield) can start here. */
  startsExpression(): boolean {
    switch (this.kind) {
      case 'name':
      case 'number':
      case 'string':
      case 'fstringStart':
      case 'error':
        return true;
      default:
        return wordsOfExpressions.has(this.text);
    }
  }

  /** Steps over the token if it is this one. */
  accept(text: string): boolean {
    if (this.tokens.texts[this.at] !== text) return false;
    this.at++;
    return true;
  }

  /** Steps over a token that has to be here. */
  expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected '${text}'`);
  }

  /** Steps over a name and returns it. */
  expectName(what: string): string {
    if (this.kind !== 'name') {
      const isWord = this.kind === 'keyword';
      const found = isWord ? `, found the keyword '${this.text}'` : '';
      const hint = isWord ? 'it is a word of Python itself: choose another name' : undefined;
      this.fail(`invalid syntax: expected ${what}${found}`, undefined, hint);
    }
    return this.tokens.texts[this.at++];
  }

  /** The span from an offset to the end of the last token that was taken. */
  spanFrom(start: number): Span {
    return spanBetween(this.source, start, this.previousEnd);
  }

  /** The span of one token. */
  tokenSpan(index = this.at): Span {
    return spanBetween(this.source, this.tokens.starts[index], this.tokens.ends[index]);
  }

  position(offset: number): Position {
    return this.source.position(offset);
  }

  /** Reports a mistake and goes on. */
  mistake(message: string, span: Span, hint?: string, code = 'syntax'): void {
    const diagnostic: Diagnostic = { severity: 'error', code, message, span };
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  /** Reports something that Python has and the simulator has not, and goes on. */
  unsupported(message: string, span: Span, hint?: string): void {
    this.mistake(message, span, hint, 'unsupported');
  }

  warn(message: string, span: Span): void {
    this.#report({ severity: 'warning', code: 'syntax', message, span });
  }

  /** Reports a mistake at the current token (or at a span) and gives up. */
  fail(message: string, span?: Span, hint?: string): never {
    const { kind, start } = this;
    const isKnown =
      span === undefined &&
      (kind === 'error' ||
        this.tokens.unclosed.some(({ from, to }) => from < start && start <= to));
    if (!isKnown) this.mistake(message, span ?? this.place(), hint);
    throw new ParseFailure();
  }

  /** Gives up at a token that nothing fits, and says what it is. */
  unexpected(expected?: string, advice?: string): never {
    if (this.kind === 'indent') this.fail('unexpected indent');
    const found = this.describe();
    const hint = advice ?? this.#hintForOperator();
    if (expected === undefined) this.fail(`invalid syntax: unexpected ${found}`, undefined, hint);
    this.fail(`invalid syntax: expected ${expected}, found ${found}`, undefined, hint);
  }

  /** How Python writes the operator of another language that ends here. */
  #hintForOperator(): string | undefined {
    const { kinds, texts } = this.tokens;
    const isPair = this.kind === 'newline' && texts[this.at - 1] === texts[this.at - 2];
    const at = isPair ? this.at - 1 : this.at;
    const isFirst = at === 0 || kinds[at - 1] === 'newline' || kinds[at - 1] === 'indent';
    return hintForOperator(isFirst ? '' : texts[at - 1], texts[at]);
  }

  /** The current token in words. */
  describe(): string {
    switch (this.kind) {
      case 'name':
        return `name '${this.text}'`;
      case 'keyword':
      case 'operator':
        return `'${this.text}'`;
      case 'number':
        return 'number';
      case 'string':
      case 'fstringStart':
      case 'fstringMiddle':
      case 'fstringEnd':
        return 'string';
      case 'newline':
      case 'dedent':
        return 'end of line';
      default:
        return this.kind === 'end' ? 'end of text' : this.kind;
    }
  }

  /** The current token, or one column after the line's last token for a line break. */
  place(): Span {
    if (this.kind === 'newline' || this.kind === 'end' || this.kind === 'dedent') {
      const place = this.kind === 'newline' ? this.start : this.previousEnd;
      const start = this.position(place);
      return { ...start, endLine: start.line, endColumn: start.column + 1 };
    }
    return this.tokenSpan();
  }

  /** Goes one level deeper into an expression; every `enter` that returns has its `leave`. */
  enter(): void {
    if (++this.#depth > expressionDepthLimit + 1) {
      const limit = `(the limit is ${expressionDepthLimit})`;
      this.mistake(`expression nested too deeply ${limit}`, this.place(), undefined, 'nesting');
      throw new ParseFailure();
    }
  }

  leave(): void {
    this.#depth--;
  }

  /** Forgets the levels that a failure left open; for the start of a statement. */
  resetDepth(): void {
    this.#depth = 0;
  }
}
