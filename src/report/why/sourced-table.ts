// A table whose last column is a line of the program. The source gives way to everything else:
// where little room is left it is not shown.

import { columnsOf, fitLeft } from '../../base/columns.ts';
import type { Page } from '../page.ts';
import { renderTable } from '../table.ts';

/** Columns of the source, at least and at most. */
const LEAST = 16;
const MOST = 48;
/** Columns before each column of a table. */
const GAP = 2;

/** Rows under their heads; texts are expected to be printable. */
export function renderSourced(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  page: Page,
): string[] {
  const source = heads.length - 1;
  let room = page.width - GAP;
  for (let i = 0; i < source; i++) {
    const isEmpty = rows.every((row) => row[i] === '');
    const width = (most: number, row: readonly string[]) => Math.max(most, columnsOf(row[i]));
    if (!isEmpty) room -= GAP + rows.reduce(width, columnsOf(heads[i]));
  }
  const columns = room < LEAST ? 0 : Math.min(room, MOST);
  const ellipsis = page.unicode ? '…' : '~';
  const cut = rows.map((row) => [
    ...row.slice(0, source),
    columns === 0 ? '' : fitLeft(row[source], columns, ellipsis).trimEnd(),
  ]);
  return renderTable(heads, cut, page);
}
