import { describe, expect, test } from 'vitest';
import { asyncioExceptions } from '../../../../src/lang/modules/asyncio/exceptions.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('asyncio’s exceptions', () => {
  test('have CPython’s bases, names and reprs', () => expectRecorded('exceptions'));

  test('are all shown there', () => {
    const used = namesUsed('exceptions');
    expect(asyncioExceptions.filter(([name]) => !used.has(name))).toEqual([]);
    expect(asyncioExceptions.length).toBeGreaterThan(4);
  });
});
