import { expect, test } from 'vitest';
import { PatternCursor } from '../../../../src/lang/modules/re/pattern-cursor.ts';

test('characters are code points', () => {
  const cursor = new PatternCursor('😀b');
  expect(cursor.next()).toBe('😀');
  expect(cursor.at).toBe(1);
  expect(cursor.take('a')).toBe(false);
  expect(cursor.take('b')).toBe(true);
  expect(cursor.isAtEnd).toBe(true);
});

test('what fits is taken, at most as much as asked', () => {
  const cursor = new PatternCursor('1234');
  expect(cursor.takeWhile(/^\d$/, 3)).toBe('123');
  expect(cursor.rest(1)).toBe('234');
});

test('blanks and comments are skipped one at a time', () => {
  const cursor = new PatternCursor(' #c\na');
  expect([cursor.skipsBlank(), cursor.skipsBlank(), cursor.skipsBlank()]).toEqual([
    true,
    true,
    false,
  ]);
  expect(cursor.peek()).toBe('a');
});
