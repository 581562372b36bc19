import { describe, expect, test } from 'vitest';
import { plainPage } from '../../../src/report/page.ts';
import { renderSourced } from '../../../src/report/why/sourced-table.ts';

const ROWS = [['1 s', 'a', '', 'x'.repeat(60)]];
const HEADS = ['time', 'task', 'line', 'source'];

describe('a table with lines of the source', () => {
  test('cuts the source to what the others leave', () => {
    expect(renderSourced(HEADS, ROWS, { ...plainPage, width: 40 })).toEqual([
      '  time  task  source',
      `  1 s   a     ${'x'.repeat(25)}…`,
    ]);
    expect(renderSourced(HEADS, ROWS, plainPage)[1]).toBe(`  1 s   a     ${'x'.repeat(47)}…`);
  });

  test('leaves it out where nothing of it could be read', () => {
    expect(renderSourced(HEADS, ROWS, { ...plainPage, width: 29 })).toEqual([
      '  time  task',
      '  1 s   a',
    ]);
  });
});
