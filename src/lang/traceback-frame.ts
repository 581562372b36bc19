// The lines of one frame in a traceback: where, the source, and carets under the part that failed.
// Source: CPython Lib/traceback.py (StackSummary.format_frame_summary).

import type { TracebackEntry } from '../asyncio/exceptions.ts';
import { type Anchors, anchorsOf, isPlainCall } from './traceback-anchors.ts';

/** A frame of a traceback as text, every line with its end. `source` is the file's lines. */
export function formatFrame(entry: TracebackEntry, source: readonly string[]): string {
  const head = `  File "${entry.file}", line ${entry.line}, in ${entry.function}\n`;
  const original = source.slice(entry.line - 1, entry.endLine).map((line) => line.trimEnd());
  if (original.join('').trim() === '') return head;
  const lines = dedent(original);
  const cut = Array.from(original[0]).length - Array.from(lines[0]).length;
  const start = Math.max(0, entry.column - 1 - cut);
  const end = Math.max(0, entry.endColumn - 1 - cut);
  return head + new MarkedLines(lines, start, end).text();
}

/** Takes away the white space that all lines begin with. */
function dedent(lines: readonly string[]): string[] {
  let margin: string | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indentation = line.slice(0, line.length - line.trimStart().length);
    if (margin === null) margin = indentation;
    while (!indentation.startsWith(margin)) margin = margin.slice(0, -1);
  }
  const width = margin?.length ?? 0;
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(width)));
}

class MarkedLines {
  readonly #lines: readonly (readonly string[])[];
  readonly #start: number;
  readonly #end: number;
  readonly #anchors: Anchors | null;
  readonly #showsCarets: boolean;

  /** `start` is a place in the first line, `end` one in the last, in code points from 0. */
  constructor(lines: readonly string[], start: number, end: number) {
    this.#lines = lines.map((line) => Array.from(line));
    this.#start = start;
    this.#end = end;
    this.#anchors = shift(anchorsOf(this.#segment()), start);
    this.#showsCarets =
      !isPlainCall(lines, start, end) && (this.#anchors !== null || this.#isPart());
  }

  #segment(): string {
    const last = this.#lines.length - 1;
    return this.#lines
      .map((line, i) => line.slice(i === 0 ? this.#start : 0, i === last ? this.#end : undefined))
      .map((line) => line.join(''))
      .join('\n');
  }

  /** Whether there is something before or after the marked part. */
  #isPart(): boolean {
    const before = this.#lines[0].slice(0, this.#start).join('');
    const after = this.#lines[this.#lines.length - 1].slice(this.#end).join('');
    return before.trimStart() !== '' || after.trimEnd() !== '';
  }

  text(): string {
    const shown = this.#significantLines();
    const rows: string[] = [];
    shown.forEach((line, index) => {
      const gap = index === 0 ? 0 : line - shown[index - 1];
      if (gap === 2) this.#output(line - 1, rows);
      else if (gap > 2) rows.push(`...<${gap - 1} lines>...`);
      this.#output(line, rows);
    });
    return dedent(rows)
      .map((row) => `    ${row}\n`)
      .join('');
  }

  /** The first, the last, and those around the anchors. */
  #significantLines(): number[] {
    const last = this.#lines.length - 1;
    const lines = new Set([0, last]);
    const anchors = this.#anchors;
    if (anchors !== null) {
      for (const line of [anchors.leftLine, anchors.rightLine]) {
        for (const each of [line - 1, line, line + 1])
          if (each >= 0 && each <= last) lines.add(each);
      }
    }
    return [...lines].sort((a, b) => a - b);
  }

  #output(line: number, rows: string[]): void {
    const characters = this.#lines[line];
    rows.push(characters.join(''));
    if (!this.#showsCarets) return;
    const blank = characters.findIndex((character) => character.trim() !== '');
    const spaces = blank < 0 ? characters.length : blank;
    const last = this.#lines.length - 1;
    const count = line === last ? this.#end : characters.length;
    let carets = '';
    for (let column = 0; column < count; column++) {
      const isBefore = column < spaces || (line === 0 && column < this.#start);
      carets += isBefore ? ' ' : this.#caret(line, column);
    }
    rows.push(carets);
  }

  #caret(line: number, column: number): string {
    const anchors = this.#anchors;
    if (anchors === null) return '^';
    const { leftLine, leftColumn, rightLine, rightColumn } = anchors;
    const isAfter = line > leftLine || (line === leftLine && column >= leftColumn);
    const isBefore = line < rightLine || (line === rightLine && column < rightColumn);
    return isAfter && isBefore ? '^' : '~';
  }
}

/** Anchors count from the marked part; its first line begins at `start`. */
function shift(anchors: Anchors | null, start: number): Anchors | null {
  if (anchors === null) return null;
  const { leftLine, leftColumn, rightLine, rightColumn } = anchors;
  return {
    leftLine,
    leftColumn: leftLine === 0 ? leftColumn + start : leftColumn,
    rightLine,
    rightColumn: rightLine === 0 ? rightColumn + start : rightColumn,
  };
}
