// A text that the user wrote and the places of its characters. Offsets count UTF-16 units, as
// JavaScript's strings do; positions count lines and code points from 1. Finding a position costs a
// binary search, however long the lines are: a whole JSON file may be one line of ten megabytes.
// A piece of a file (a scalar of a YAML document) is a text with the positions of its file.

import type { Position, Span } from './span.ts';

export interface SourceText {
  readonly text: string;
  /**
   * The place of a character in the user's file.
   * @param offset 0 to `text.length`, in UTF-16 units; beyond the ends it is taken as the end.
   */
  position(offset: number): Position;
}

/** A whole file. Lines end with `\n`, `\r\n` or a lone `\r`, as in Python and in YAML. */
export class SourceFile implements SourceText {
  readonly text: string;
  readonly #lineStarts: readonly number[];
  /** Offsets of the high halves of surrogate pairs: each is two units but one code point. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.text = text;
    const lineStarts = [0];
    const pairs: number[] = [];
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(offset + 1) !== 0x0a)) {
        lineStarts.push(offset + 1);
      } else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(offset + 1))) {
        pairs.push(offset);
      }
    }
    this.#lineStarts = lineStarts;
    this.#pairs = pairs;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  position(offset: number): Position {
    const place = Math.max(0, Math.min(offset, this.text.length));
    const line = countUpTo(this.#lineStarts, place);
    const start = this.#lineStarts[line - 1];
    const pairs =
      this.#pairs.length === 0
        ? 0
        : countUpTo(this.#pairs, place - 1) - countUpTo(this.#pairs, start - 1);
    return { line, column: place - start - pairs + 1 };
  }

  /** The offset of a place: the inverse of `position`. The end for a place beyond. */
  offset({ line, column }: Position): number {
    let offset = this.#lineStarts[line - 1] ?? this.text.length;
    for (let left = column - 1; left > 0 && offset < this.text.length; left--) {
      offset += (this.text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
    }
    return offset;
  }

  /**
   * The text of one line without its line break.
   * @param line from 1; the empty string for a line that the file does not have.
   */
  line(line: number): string {
    const start = this.#lineStarts[line - 1];
    if (start === undefined) return '';
    const end = this.#lineStarts[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/\r?\n$|\r$/, '');
  }
}

/**
 * A text with the positions of the file that it was taken from.
 * @param text the piece, after unescaping and folding.
 * @param file where it stands.
 * @param fileOffset maps an offset in the piece (0 to its length) to an offset in the file.
 */
export function excerpt(
  text: string,
  file: SourceText,
  fileOffset: (offset: number) => number,
): SourceText {
  return { text, position: (offset) => file.position(fileOffset(offset)) };
}

/** The span of a stretch of a source text, from `from` up to but without `to`. */
export function spanBetween(source: SourceText, from: number, to: number): Span {
  const start = source.position(from);
  const end = source.position(to);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
