import { expect, test } from 'vitest';
import * as tables from '../../../src/lang/text/unicode-tables.ts';

test('every table is written in the alphabet of its encoding', () => {
  for (const [name, text] of Object.entries(tables)) {
    const shape = name.endsWith('Long') ? /^[0-9a-f+= ]+$/ : /^[A-Za-z0-9_-]+$/;
    expect([name, shape.test(text)]).toEqual([name, true]);
  }
  expect(Object.keys(tables).length).toBe(13 + 4 * 2);
});
