// Programs and what CPython prints for them: src/lang/compile/effects.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('values read before a call are those of before the call', () => {
  const program = `
x = 1
def setx(v):
    global x
    x = v
    return v
def local():
    y = 1
    def sety(v):
        nonlocal y
        y = v
        return v
    z = 1
    return y + sety(5), y, z + (z := 7), z + (z := sety(9)) + z
print((x, setx(2), x), [x + setx(3) * x], {x: setx(4), x: x}, f'{x}{setx(5)}{x}', local())
class A: v = 1
def seta(n): A.v = n; return n
print(A.v + seta(5) + A.v, A.v < seta(6) < A.v + 1)
`;
  expect(lines(program)).toEqual(['(1, 2, 2) [11] {3: 4, 4: 4} 455 (6, 5, 8, 25)', '11 True']);
});
