import { describe, expect, test } from 'vitest';
import { checked } from './checked.ts';

const coroutine = (...lines: readonly string[]) =>
  checked(
    'import asyncio',
    'lock = asyncio.Lock()',
    'async def step():',
    ...lines.map((line) => `    ${line}`),
  );

describe('a lock', () => {
  test('that is released only if all goes well is told', () => {
    expect(coroutine('await lock.acquire()', 'await asyncio.sleep(1)', 'lock.release()')).toEqual([
      "4:5 lock-release 'lock' stays locked if something fails before its release",
    ]);
  });

  test('that is released in finally, or with nothing between, is not', () => {
    expect(
      coroutine('await lock.acquire()', 'try:', '    pass', 'finally:', '    lock.release()'),
    ).toEqual([]);
    expect(coroutine('await lock.acquire()', 'print(1)', 'lock.release()')).toEqual([]);
  });

  test('that async with releases is not released in it, unless it is acquired again', () => {
    expect(coroutine('async with lock:', '    lock.release()')).toEqual([
      "5:9 lock-release async with releases 'lock' at its end: a second release raises RuntimeError",
    ]);
    expect(coroutine('async with lock:', '    lock.release()', '    await lock.acquire()')).toEqual(
      [],
    );
  });
});

describe('a cancellation', () => {
  const loop = (handler: string, ...body: readonly string[]) =>
    coroutine(
      'while True:',
      '    try:',
      '        await asyncio.sleep(1)',
      `    except ${handler}:`,
      ...body.map((line) => `        ${line}`),
    );

  test('that a loop swallows is told', () => {
    const message =
      'the cancellation is swallowed, and the loop goes on: nothing can stop this task';
    expect(loop('asyncio.CancelledError', 'pass')).toEqual([
      `7:9 swallowed-cancellation ${message}`,
    ]);
    expect(loop('BaseException as e', 'print(e)')).toEqual([
      `7:9 swallowed-cancellation ${message}`,
    ]);
  });

  test.each(['raise', 'return', 'break', 'if True: raise'])('that ends with %s is not', (end) => {
    expect(loop('asyncio.CancelledError', end)).toEqual([]);
  });

  test('of another task, which is awaited by its name, is not', () => {
    expect(
      coroutine(
        'task = asyncio.create_task(asyncio.sleep(1))',
        'while True:',
        '    try: await task',
        '    except asyncio.CancelledError: pass',
      ),
    ).toEqual([]);
  });
});
