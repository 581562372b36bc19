import { describe, expect, test } from 'vitest';
import { checked } from './checked.ts';

const coroutine = (...lines: readonly string[]) =>
  checked(
    'import asyncio',
    'lock = asyncio.Lock()',
    'async def numbers(): yield 1',
    'async def step():',
    ...lines.map((line) => `    ${line}`),
  );

describe('await', () => {
  test.each([
    ['await 5', "5:11 not-awaitable 'int' object can't be awaited"],
    ['await lock', "5:11 not-awaitable 'Lock' object can't be awaited"],
    ['await numbers()', "5:11 not-awaitable 'async_generator' object can't be awaited"],
    ['await print(1)', "5:11 not-awaitable 'NoneType' object can't be awaited"],
  ])('%s', (line, expected) => {
    expect(coroutine(line)).toEqual([expected]);
  });

  test('is right for coroutines, tasks and whatever is not known', () => {
    expect(coroutine('await lock.acquire()', 'await asyncio.gather()', 'await step.x')).toEqual([]);
    expect(coroutine('try: await 5', 'except TypeError: pass')).toEqual([]);
  });
});

test('with and async with are told apart', () => {
  expect(coroutine('with lock: pass', 'async with asyncio.Event(): pass')).toEqual([
    "5:10 wrong-with 'asyncio.locks.Lock' object does not support the context manager protocol " +
      '(missed __exit__ method)',
    "6:16 wrong-with 'asyncio.locks.Event' object does not support the asynchronous context " +
      'manager protocol (missed __aexit__ method)',
  ]);
  expect(coroutine('async with lock, asyncio.timeout(1): pass')).toEqual([]);
});

test('for and async for are told apart', () => {
  expect(
    coroutine('for x in numbers(): pass', 'async for x in [1]: pass', 'list(numbers())'),
  ).toEqual([
    "5:14 wrong-for 'async_generator' object is not iterable",
    "6:20 wrong-for 'async for' requires an object with __aiter__ method, got list",
    "7:10 wrong-for 'async_generator' object is not iterable",
  ]);
  expect(coroutine('async for x in numbers(): pass', 'for x in [1]: pass')).toEqual([]);
});
