// Programs and what CPython prints for them: src/lang/machine/iterating.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('loops walk lists, ranges, generators, iterators and sequences', () => {
  const program = `
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
class It:
    def __iter__(self):
        yield from (1, 2)
sources = [[1, 2], range(5, 0, -2), (x for x in 'ab'), Seq(), It(), 'xy', {'k': 1}]
for source in sources + [zip([1], [2])]:
    for item in source: print(item, end=' ')
print()
for bad in (5, None):
    try:
        for x in bad: pass
    except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    '1 2 5 3 1 a b 0 10 20 1 2 x y k (1, 2) ',
    "'int' object is not iterable",
    "'NoneType' object is not iterable",
  ]);
});
