import { describe, expect, test } from 'vitest';
import { derivedTargets } from '../../src/lang/derived-writes.ts';
import { scenarioOf } from '../simulated.ts';

/** Lines of the derived targets of a program. */
const linesOf = (text: string): number[] => {
  const { module } = scenarioOf(text);
  return [...derivedTargets(module)].map(({ span }) => span.line).sort((a, b) => a - b);
};

describe('a target that gets what was made of its own value', () => {
  test('is one of an operation in place, or names itself', () => {
    expect(linesOf('n = 0\nn += 1\nn = n + 1\nn = 5\n')).toEqual([2, 3]);
  });

  test('may get it by way of other names', () => {
    const text = `class A:
    def f(self):
        seen = self.n
        more = seen + 1
        self.n = more
        self.m = more
`;
    expect(linesOf(text)).toEqual([5]);
  });

  test('may be an item', () => {
    expect(linesOf("d = {}\nold = d['a'] if d else 0\nd['a'] = old + 1\nd['b'] = old\n")).toEqual([
      3,
    ]);
  });

  test('is followed through branches and loops, not through functions', () => {
    const text = `n = 0
def f():
    global n
    for _ in range(3):
        try:
            seen = n
        finally:
            if seen:
                n = seen + 1
def g(seen):
    global n
    n = seen
`;
    // In the next round, `seen` is made of what was made of it.
    expect(linesOf(text)).toEqual([6, 9]);
  });

  test('is none where the value only comes from a call of it', () => {
    expect(linesOf('def f(): return 1\nf = f()\n')).toEqual([]);
  });
});
