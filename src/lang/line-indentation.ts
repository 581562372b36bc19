// Indentation to indent and dedent tokens, after CPython's Parser/lexer/lexer.c: a tab reaches to
// the next multiple of eight, and the same lines counted with tabs of one column must agree, or
// the meaning would depend on an editor's settings. Every indent token gets its dedent.

import type { Tokens } from './token.ts';
import { blockDepthLimit } from './token.ts';

type ReportError = (message: string, from: number, to: number, code?: string) => void;

export class LineIndentation {
  readonly #tokens: Tokens;
  readonly #error: ReportError;
  /** Columns of the open blocks with tabs of eight; `#narrow` counts a tab as one column. */
  readonly #columns: number[] = [0];
  readonly #narrow: number[] = [0];
  #tooDeepReported = false;

  constructor(tokens: Tokens, error: ReportError) {
    this.#tokens = tokens;
    this.#error = error;
  }

  /**
   * Reads the blank space at the start of a line, and its indents and dedents.
   * @returns where the line's first token stands, or, for a line without tokens, the next line.
   */
  startLine(text: string, lineStart: number): { offset: number; isBlank: boolean } {
    let offset = lineStart;
    let column = 0;
    let narrow = 0;
    for (; offset < text.length; offset++) {
      const character = text[offset];
      if (character === ' ') {
        column++;
        narrow++;
      } else if (character === '\t') {
        column = (Math.floor(column / 8) + 1) * 8;
        narrow++;
      } else if (character === '\f') {
        column = 0;
        narrow = 0;
      } else if (character === '\\' && /[\r\n]/.test(text[offset + 1] ?? '')) {
        if (text[offset + 1] === '\r' && text[offset + 2] === '\n') offset++;
        offset++;
      } else break;
    }
    const first = text[offset];
    if (first === undefined) return { offset, isBlank: true };
    if (first === '#' || first === '\n' || first === '\r') {
      return { offset: nextLine(text, offset), isBlank: true };
    }
    if (this.#compare(column, narrow, lineStart, offset)) return { offset, isBlank: false };
    return { offset: nextLine(text, offset), isBlank: true };
  }

  /** The dedents that close all blocks at the end of the text. */
  finish(end: number): void {
    while (this.#columns.length > 1) this.#dedent(end);
  }

  /** False for a line that is too deep and has to be skipped. */
  #compare(column: number, narrow: number, lineStart: number, offset: number): boolean {
    const top = this.#columns.length - 1;
    if (column === this.#columns[top]) {
      if (narrow !== this.#narrow[top]) this.#inconsistent(lineStart, offset);
      return true;
    }
    if (column > this.#columns[top]) return this.#indent(column, narrow, lineStart, offset);
    while (column < this.#columns[this.#columns.length - 1]) this.#dedent(offset);
    const level = this.#columns.length - 1;
    if (column !== this.#columns[level]) {
      const message = 'unindent does not match any outer indentation level';
      this.#error(message, lineStart, offset, 'indentation');
    } else if (narrow !== this.#narrow[level]) {
      this.#inconsistent(lineStart, offset);
    }
    return true;
  }

  #indent(column: number, narrow: number, lineStart: number, offset: number): boolean {
    const top = this.#columns.length - 1;
    if (narrow <= this.#narrow[top]) this.#inconsistent(lineStart, offset);
    if (this.#columns.length > blockDepthLimit) {
      if (!this.#tooDeepReported) {
        const message = `too many levels of indentation (the limit is ${blockDepthLimit})`;
        this.#error(message, lineStart, offset, 'nesting');
      }
      this.#tooDeepReported = true;
      this.#tokens.push('error', offset, offset);
      this.#tokens.push('newline', offset, offset);
      return false;
    }
    this.#columns.push(column);
    this.#narrow.push(narrow);
    this.#tokens.push('indent', lineStart, offset);
    return true;
  }

  #dedent(offset: number): void {
    this.#columns.pop();
    this.#narrow.pop();
    this.#tokens.push('dedent', offset, offset);
  }

  #inconsistent(from: number, to: number): void {
    this.#tokens.inconsistent.add(from);
    this.#error('inconsistent use of tabs and spaces in indentation', from, to, 'indentation');
  }
}

function nextLine(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && text[offset] !== '\n' && text[offset] !== '\r') offset++;
  if (text[offset] === '\r' && text[offset + 1] === '\n') offset++;
  return Math.min(offset + 1, text.length);
}
