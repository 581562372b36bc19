import { describe, expect, test } from 'vitest';
import { checked } from './checked.ts';

const coroutine = (...lines: readonly string[]) =>
  checked(
    'import asyncio',
    'async def co(): pass',
    'def plain(): pass',
    'async def main():',
    ...lines.map((line) => `    ${line}`),
    'asyncio.run(main())',
  );

test.each([
  ['asyncio.run(co())', '5:5 nested-run asyncio.run() cannot be called from a running event loop'],
  [
    'asyncio.gather(co())',
    '5:5 never-awaited gather is not awaited: nobody waits for it or sees its results',
  ],
  [
    'await asyncio.wait([co()])',
    '5:25 wait-coroutines Passing coroutines is forbidden, use tasks explicitly.',
  ],
  ['await asyncio.wait(co())', '5:24 wait-coroutines expect a list of futures, not coroutine'],
  ['await asyncio.create_task(plain())', '5:31 not-awaitable a coroutine was expected, got None'],
  [
    'await asyncio.gather(plain())',
    '5:26 not-awaitable An asyncio.Future, a coroutine or an awaitable is required',
  ],
  [
    'await asyncio.to_thread(plain())',
    "5:29 called-at-once 'plain' is called here, at once: to_thread is given its result, None",
  ],
  [
    'main.call_soon(co)',
    "5:20 coroutine-callback 'co' is a coroutine function: call_soon would call it and drop the coroutine",
  ],
  ['main == 5', '5:5 no-effect the comparison has no effect: nobody looks at its result'],
])('%s', (line, expected) => {
  expect(coroutine(line)).toEqual([expected]);
});

test('a loop that runs is not run again', () => {
  expect(coroutine('loop = asyncio.get_running_loop()', 'loop.run_until_complete(co())')).toEqual([
    '6:5 nested-run This event loop is already running',
  ]);
});

describe('a task', () => {
  test('that nobody keeps is told', () => {
    const message =
      'nobody keeps this task: its errors are lost, and CPython may collect it half-way';
    expect(coroutine('asyncio.create_task(co())')).toEqual([`5:5 task-dropped ${message}`]);
  });

  test('of a group, or in a list, is kept', () => {
    expect(coroutine('tasks = [asyncio.create_task(co())]', 'main.create_task(co())')).toEqual([]);
  });
});

test('a main that nobody starts', () => {
  const program = ['import asyncio', 'async def main(): pass'];
  expect(checked(...program)).toEqual([
    "2:11 never-started 'main' is never started: the program defines it and ends",
  ]);
  expect(checked(...program, 'if __name__ == "x": asyncio.run(main())')).toEqual([]);
});
