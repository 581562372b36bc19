import { expect, test } from 'vitest';
import { checked } from './checked.ts';

const coroutine = (...lines: readonly string[]) =>
  checked('async def load(): pass', 'async def step():', ...lines.map((line) => `    ${line}`));

test.each([
  [
    'if load(): pass',
    "3:8 coroutine-value the coroutine 'load' is always true, its result is not tested",
  ],
  [
    'print(load() == 5)',
    "3:11 coroutine-value the coroutine 'load' is used as if it were its result",
  ],
  ['print(-load())', "3:12 coroutine-value the coroutine 'load' is used as if it were its result"],
  ['print(load()[0])', "3:11 coroutine-value 'coroutine' object is not subscriptable"],
  ['load().x', "3:5 coroutine-value 'coroutine' object has no attribute 'x'"],
  ['len(load())', "3:9 coroutine-value object of type 'coroutine' has no len()"],
  ['load()()', "3:5 coroutine-value 'coroutine' object is not callable"],
  ["print(f'{load()}')", "3:14 coroutine-value this shows the coroutine 'load', not its result"],
])('%s', (line, expected) => {
  expect(coroutine(line)).toEqual([expected]);
});

test.each(['print(load())', 'load().close()', 'x = load() or None', 'await (None or load())'])(
  '%s may be meant',
  (line) => {
    expect(coroutine('x = 0', line).filter((each) => each.includes('coroutine-value'))).toEqual(
      line.startsWith('x') ? [expect.stringContaining('always true')] : [],
    );
  },
);

test('a coroutine that is kept and never looked at again', () => {
  expect(coroutine('value = load()', '_ = load()')).toEqual([
    "3:13 never-started coroutine 'load' is kept in 'value' and never awaited",
  ]);
});

test('a coroutine that is awaited twice, in a row or in rounds', () => {
  const message = 'awaited-twice cannot reuse already awaited coroutine';
  expect(coroutine('c = load()', 'await c', 'await c')).toEqual([`5:11 ${message}`]);
  expect(coroutine('c = load()', 'for _ in range(2):', '    await c')).toEqual([`5:15 ${message}`]);
});

test('a coroutine that each round makes anew, or that ends the loop, is awaited once', () => {
  expect(coroutine('for _ in range(2):', '    c = load()', '    await c')).toEqual([]);
  expect(coroutine('c = load()', 'while True:', '    await c', '    break')).toEqual([]);
});
