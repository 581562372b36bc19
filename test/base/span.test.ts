// Spans are joined from the start of the first to the end of the last.
import { expect, test } from 'vitest';
import { contains, join, type Span } from '../../src/base/span.ts';

const span = (line: number, column: number, endLine: number, endColumn: number): Span => {
  return { line, column, endLine, endColumn };
};

test('joins two spans and what is between them', () => {
  expect(join(span(1, 5, 1, 9), span(3, 2, 4, 1))).toEqual(span(1, 5, 4, 1));
});

test('a span joined with itself is itself', () => {
  expect(join(span(2, 3, 2, 8), span(2, 3, 2, 8))).toEqual(span(2, 3, 2, 8));
});

test.each([
  [span(1, 5, 1, 9), true],
  [span(1, 4, 1, 6), false],
  [span(2, 1, 3, 1), true],
  [span(3, 1, 3, 9), false],
])('whether lines 1:5 to 3:8 contain %j', (inner, expected) => {
  expect(contains(span(1, 5, 3, 8), inner)).toBe(expected);
});
