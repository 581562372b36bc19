import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { columnsOf } from '../../src/base/columns.ts';
import { plainPage } from '../../src/report/page.ts';
import { renderTable } from '../../src/report/table.ts';

const page = (width: number) => ({ ...plainPage, width });

describe('a table', () => {
  test('aligns its columns and leaves out empty ones', () => {
    const rows = [
      ['a', '', '1 s'],
      ['worker', '', '12 s'],
    ];
    expect(renderTable(['task', 'at', 'since'], rows, page(80))).toEqual([
      '  task    since',
      '  a       1 s',
      '  worker  12 s',
    ]);
  });

  test('cuts the widest columns first', () => {
    const rows = [['a very long name of a task', '12.25 s']];
    expect(renderTable(['task', 'since'], rows, page(24))).toEqual([
      '  task           since',
      '  a very long …  12.25 s',
    ]);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', '日', ' ', 'é'), maxLength: 40 });

  test.prop([
    fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
    fc.integer({ min: 30, max: 90 }),
  ])('keeps to the page', (rows, width) => {
    for (const line of renderTable(['a', 'b', 'c'], rows, page(width))) {
      expect(columnsOf(line)).toBeLessThanOrEqual(width);
    }
  });
});
