// A small table in text: columns as wide as their widest cell, cut where the page is too narrow.
// The widest columns give way first, so that short ones (times, places) stay whole.

import { columnsOf, fitLeft } from '../base/columns.ts';
import type { Mark, Page } from './page.ts';

const GAP = 2;
/** A column is not cut below this. */
const NARROWEST = 6;

/**
 * The rows under their heads, indented by two columns; texts are expected to be printable. Columns
 * in which
 * every row is empty are left out.
 */
export function renderTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  page: Page,
): string[] {
  const shown = heads.flatMap((_, i) => (rows.some((row) => row[i] !== '') ? [i] : []));
  const widths = shown.map((i) =>
    rows.reduce((width, row) => Math.max(width, columnsOf(row[i])), columnsOf(heads[i])),
  );
  narrow(widths, page.width - GAP * shown.length);
  const ellipsis = page.unicode ? '…' : '~';
  const line = (cells: readonly string[], mark: Mark) => {
    const fitted = shown.map((i, place) => fitLeft(cells[i], widths[place], ellipsis));
    return ' '.repeat(GAP) + mark(fitted.join(' '.repeat(GAP)).trimEnd());
  };
  return [line(heads, page.style.dim), ...rows.map((row) => line(row, (text) => text))];
}

/** Takes columns from the widest until all fit in `room`. */
function narrow(widths: number[], room: number): void {
  let total = widths.reduce((sum, width) => sum + width, 0);
  while (total > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest] <= NARROWEST) return;
    widths[widest]--;
    total--;
  }
}
