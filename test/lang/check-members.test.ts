import { describe, expect, test } from 'vitest';
import { loadText } from '../mistakes/corpus.ts';

const told = (...lines: readonly string[]) =>
  loadText('py', `${['import asyncio, time', ...lines].join('\n')}\n`).diagnostics.map(
    ({ span, message, hint }) => `${span.line}:${span.column} ${message} (${hint})`,
  );

describe('an attribute that its object has not', () => {
  test('is told with the nearest name, or with what Python calls it', () => {
    expect(told('lock = asyncio.Lock()', 'lock.relase()', 'x = []', 'x.push(1)')).toEqual([
      "3:6 'Lock' object has no attribute 'relase' (did you mean 'release'?)",
      "5:3 'list' object has no attribute 'push' (Python writes it append)",
    ]);
  });

  test('is told with all that there is where nothing is near', () => {
    expect(told('event = asyncio.Event()', 'event.explode()')).toEqual([
      "3:7 'Event' object has no attribute 'explode' (Event has wait, set, clear, is_set)",
    ]);
  });

  test('is not told where it is set, asked for or expected to fail', () => {
    expect(told('lock = asyncio.Lock()', 'lock.owner = 1', 'print(lock.owner)')).toEqual([]);
    expect(told('x = []', 'if hasattr(x, "a"): x.a')).toEqual([]);
    expect(told('x = []', 'try: x.a', 'except AttributeError: pass')).toEqual([]);
  });

  test('is not told of a name that is bound twice', () => {
    expect(told('x = []', 'x = print', 'x.a')).toEqual([]);
  });
});

test('a value or a module that is called', () => {
  expect(told('list = [1]', 'list(range(3))', 'time()')).toEqual([
    "3:1 'list' object is not callable ('list' is a variable here, and hides the built-in " +
      'function: rename it)',
    "4:1 'module' object is not callable (call one of its functions: time.time())",
  ]);
});
