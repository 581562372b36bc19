import { describe, expect, test } from 'vitest';
import { derivedTargets, mayLoseUpdates } from '../../src/lang/derived-writes.ts';
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

describe('another task may write between', () => {
  const mayLose = (text: string): boolean => mayLoseUpdates(scenarioOf(text).module);

  test('where a read and the write are apart, or an operation in place waits', () => {
    expect(mayLose('n = 0\nold = n\nn = old + 1\n')).toBe(true);
    const waiting = (value: string, head = 'async def f():'): string =>
      `async def g(): return 1\nclass A: n = 0\n${head}\n    A.n += ${value}\n`;
    expect(mayLose(waiting('await g()'))).toBe(true);
    expect(mayLose(waiting('[await g() for _ in range(3)][0]'))).toBe(true);
    expect(mayLose(waiting('(yield)', 'def f():'))).toBe(true);
    expect(mayLose(waiting('len([1])'))).toBe(false);
  });

  test('not where all such writes are operations in place, wherever they are', () => {
    const text = `n = {}
class A:
    m = 0
    m += 1
    async def f(self):
        async with lock:
            for _ in range(2):
                try:
                    self.m -= 1
                finally:
                    n['a'] *= 2
`;
    expect(mayLose(`import asyncio\nlock = asyncio.Lock()\n${text}`)).toBe(false);
    expect(mayLose('n = 5\nn = 6\n')).toBe(false);
  });
});
