// Programs and what CPython prints for them: src/lang/compile/targets.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('targets take values apart', () => {
  const program = `
a, b = 1, 2
a, b = b, a
(c, d), *e = (3, 4), 5, 6
[f, [g, *h]] = 7, [8, 9]
*i, j = 'abc'
print(a, b, c, d, e, f, g, h, i, j)
class O: pass
o = O(); l = [0, 0]
o.x, l[1] = 1, 2
print(o.x, l)
for bad, n in ([1], 2), ([1, 2, 3], 2), (5, 2):
    try:
        if n == 2: x, y = bad
    except (ValueError, TypeError) as e: print(e)
`;
  expect(lines(program)).toEqual([
    "2 1 3 4 [5, 6] 7 8 [9] ['a', 'b'] c",
    '1 [0, 2]',
    'not enough values to unpack (expected 2, got 1)',
    'too many values to unpack (expected 2, got 3)',
    'cannot unpack non-iterable int object',
  ]);
});

test('the value comes first, then targets from left to right', () => {
  const program = `
def t(x): print(x, end=' '); return x
class O:
    def __setitem__(self, k, v): print('set', k, v, end=' ')
    def __getitem__(self, k): print('get', k, end=' '); return 5
    def __delitem__(self, k): print('del', k, end=' ')
o = O()
o[t(0)], o[t(1)] = t(2), t(3)
o[t(0)] = o[t(1)] = t(2)
o[t(4)] += t(5)
del o[t(1)], o[t(2)]
print()
`;
  expect(lines(program)).toEqual([
    '2 3 0 set 0 2 1 set 1 3 2 0 set 0 2 1 set 1 2 4 get 4 5 set 4 10 1 del 1 2 del 2 ',
  ]);
});
