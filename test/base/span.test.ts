// Spans are joined from the start of the first to the end of the last.
import { expect, test } from 'vitest';
import { join, type Span } from '../../src/base/span.ts';

const span = (line: number, column: number, endLine: number, endColumn: number): Span => {
  return { line, column, endLine, endColumn };
};

test('joins two spans and what is between them', () => {
  expect(join(span(1, 5, 1, 9), span(3, 2, 4, 1))).toEqual(span(1, 5, 4, 1));
});

test('a span joined with itself is itself', () => {
  expect(join(span(2, 3, 2, 8), span(2, 3, 2, 8))).toEqual(span(2, 3, 2, 8));
});
