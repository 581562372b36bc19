// functools.total_ordering from each of the four operations, cmp_to_key, reduce.
import { expect, test } from 'vitest';
import { cmpToKey, reduce, totalOrdering } from '../../../src/lang/modules/functools-ordering.ts';
import { linesOf } from './functional-snippets.ts';

test('they are functions of C or of the library, as in CPython', () => {
  expect([cmpToKey, reduce, totalOrdering].map((each) => each.name)).toEqual([
    'cmp_to_key',
    'reduce',
    'total_ordering',
  ]);
});

for (const [name, operator] of [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
]) {
  test(`all comparisons follow from ${name}`, () => {
    const text = `
import functools
@functools.total_ordering
class Box:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return self.v == other.v
    def ${name}(self, other): return self.v ${operator} other.v
for a, b in [(1, 2), (2, 1), (1, 1)]:
    x, y = Box(a), Box(b)
    print((x < y, x <= y, x > y, x >= y) == (a < b, a <= b, a > b, a >= b))
`;
    expect(linesOf(text)).toEqual(['True', 'True', 'True']);
  });
}
