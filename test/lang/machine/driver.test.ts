// The driver: slices, limits, re-entry, what is left unawaited.

import { expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { run } from './python.ts';

test('a step that is longer than a slice is preempted and goes on where it was', () => {
  let preempted = 0;
  const text = `
total = 0
def add(n):
    for i in range(n):
        yield i
for x in add(5000):
    total += x
i = 0
while i < 5000:
    i += 1
print(total, i)
`;
  const { out } = run(text, { slice: 500, onPreempted: () => preempted++ });
  expect(out).toBe('12497500 5000\n');
  expect(preempted).toBeGreaterThan(20);
});

test('recursion is preempted too', () => {
  let preempted = 0;
  const text = 'def f(n): return 1 if n < 2 else f(n - 1) + f(n - 2)\nprint(f(15))\n';
  expect(run(text, { slice: 100, onPreempted: () => preempted++ }).out).toBe('987\n');
  expect(preempted).toBeGreaterThan(5);
});

test.each([
  'while True: pass',
  'for i in iter(int, 1): pass',
  'def f(): return f() if f else 0\nwhile True:\n    try: f()\n    except RecursionError: pass\n',
  'sorted([1, 2], key=lambda x: [0 for i in range(10 ** 9)])',
  '[i for i in range(10 ** 9)]',
  'async def nop(): pass\nasync def m():\n    while True: await nop()\nrun(m())',
])('%j reaches the limit of operations', (text) => {
  let error: unknown;
  try {
    run(text, { slice: 10_000, operations: 200_000 });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(LimitReached);
  expect((error as LimitReached).flag).toBe('--max-operations');
});

test('the limit of recursion is the option', () => {
  const text = 'def f(n):\n    global deepest\n    deepest = n\n    f(n + 1)\n';
  const { out } = run(`${text}try: f(1)\nexcept RecursionError: print(deepest)\n`, {
    recursion: 50,
  });
  expect(out).toBe('49\n');
});

test('coroutines that nobody awaits are known in order of creation', () => {
  const { machine } = run(
    'async def a(): pass\nasync def b(): pass\na()\nx = b()\nb().close()\nrun(a())\n',
  );
  const left = machine.unstarted().map(({ name, madeAt }) => [name, madeAt?.line]);
  expect(left).toEqual([
    ['a', 3],
    ['b', 4],
  ]);
});

test('a coroutine that is driven by hand is not preempted, nor is a callback', () => {
  const text = `
async def spin():
    i = 0
    while i < 5000: i += 1
    return i
c = spin()
try: c.send(None)
except StopIteration as e: print(e.value)
print(max([1], key=lambda x: sum(i for i in range(5000))))
`;
  expect(run(text, { slice: 500 }).out).toBe('5000\n1\n');
});
