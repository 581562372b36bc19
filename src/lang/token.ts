// The tokens of Python text, as parallel arrays: three million small objects for a ten-megabyte
// file would cost more than the file. Kinds follow CPython's Lib/token.py; keywords have a kind of
// their own, soft keywords (match, case, type) are names. `error` stands for text whose mistake
// has already been reported, so that the parser leaves that line without a second complaint.

export type TokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  | 'operator'
  | 'fstringStart'
  | 'fstringMiddle'
  | 'fstringEnd'
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'error'
  | 'end';

/** A bracket without its partner: `from` is the bracket, `to` where the search was given up. */
export interface UnclosedBracket {
  readonly from: number;
  readonly to: number;
}

export class Tokens {
  readonly kinds: TokenKind[] = [];
  /** Offsets of the first character and of the place after the last one. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** The text of names, keywords and operators; empty for every other kind. */
  readonly texts: string[] = [];
  readonly unclosed: UnclosedBracket[] = [];
  /** Where lines start whose tabs and spaces do not fit those of the lines before. */
  readonly inconsistent = new Set<number>();

  push(kind: TokenKind, start: number, end: number, text = ''): void {
    this.kinds.push(kind);
    this.starts.push(start);
    this.ends.push(end);
    this.texts.push(text);
  }

  get last(): TokenKind | undefined {
    return this.kinds[this.kinds.length - 1];
  }
}

/** Python's reserved words (Lib/keyword.py). */
export const keywords: ReadonlySet<string> = new Set([
  ...['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class'],
  ...['continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global'],
  ...['if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return'],
  ...['try', 'while', 'with', 'yield'],
]);

/** Brackets may nest this deep, as in CPython (MAXLEVEL of Parser/lexer/state.h). */
export const bracketDepthLimit = 200;
/** Blocks may nest this deep; CPython ends at 100. */
export const blockDepthLimit = 64;
/** A text may have this many tokens: what bounds the memory that its tree takes. */
export const tokenLimit = 2_000_000;
