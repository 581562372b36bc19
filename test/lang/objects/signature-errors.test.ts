import { expect, test } from 'vitest';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { listNames } from '../../../src/lang/objects/signature-errors.ts';
import { call, method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const wrong = (name: string, args: unknown[], keywords = {}): string =>
  shown(run, () => call(run, name, args, keywords));

test('functions of no or one argument count it', () => {
  expect(wrong('len', [])).toBe('TypeError: len() takes exactly one argument (0 given)');
  expect(wrong('len', [], { x: 1 })).toBe('TypeError: len() takes no keyword arguments');
  expect(shown(run, () => method(run, [], 'clear', [1]))).toBe(
    'TypeError: list.clear() takes no arguments (1 given)',
  );
  expect(shown(run, () => method(run, [], 'append', [], { x: 1 }))).toBe(
    'TypeError: list.append() takes no keyword arguments',
  );
});

test('functions of positional arguments expect a number of them', () => {
  expect(wrong('getattr', [1])).toBe('TypeError: getattr expected at least 2 arguments, got 1');
  expect(wrong('getattr', [1, 2, 3, 4])).toBe(
    'TypeError: getattr expected at most 3 arguments, got 4',
  );
  expect(wrong('isinstance', [1])).toBe('TypeError: isinstance expected 2 arguments, got 1');
  expect(shown(run, () => method(run, new Dict(run), 'update', [1, 2]))).toBe(
    'TypeError: update expected at most 1 argument, got 2',
  );
});

test('functions with keywords name what is missing, double or unknown', () => {
  expect(wrong('round', [])).toBe("TypeError: round() missing required argument 'number' (pos 1)");
  expect(wrong('round', [1, 2, 3])).toBe('TypeError: round() takes at most 2 arguments (3 given)');
  expect(wrong('round', [1], { x: 2 })).toBe(
    "TypeError: round() got an unexpected keyword argument 'x'",
  );
  expect(wrong('round', [1], { number: 2 })).toBe(
    "TypeError: argument for round() given by name ('number') and position (1)",
  );
  expect(wrong('sum', [])).toBe('TypeError: sum() takes at least 1 positional argument (0 given)');
  expect(wrong('sum', [[1], 2, 3])).toBe('TypeError: sum() takes at most 2 arguments (3 given)');
  expect(wrong('max', [1], { foo: 2 })).toBe(
    "TypeError: max() got an unexpected keyword argument 'foo'",
  );
});

test('classes expect, sorted and enumerate are odd', () => {
  expect(wrong('int', ['1', 2, 3])).toBe('TypeError: int expected at most 2 arguments, got 3');
  expect(wrong('reversed', [])).toBe('TypeError: reversed expected 1 argument, got 0');
  expect(wrong('sorted', [[1], 2])).toBe('TypeError: sorted expected 1 argument, got 2');
  expect(wrong('sorted', [[1]], { foo: 1 })).toBe(
    "TypeError: sort() got an unexpected keyword argument 'foo'",
  );
  expect(wrong('enumerate', [[1]], { x: 2 })).toBe(
    "TypeError: 'x' is an invalid keyword argument for enumerate()",
  );
  expect(wrong('enumerate', [], { start: 1 })).toBe(
    "TypeError: 'start' is an invalid keyword argument for enumerate()",
  );
  expect(builtins.has('sorted')).toBe(true);
});

test('too many arguments are counted as keywords where all are given by name', () => {
  expect(wrong('round', [], { a: 1, b: 2, c: 3 })).toBe(
    'TypeError: round() takes at most 2 keyword arguments (3 given)',
  );
  expect(wrong('round', [1], { b: 2, c: 3 })).toBe(
    'TypeError: round() takes at most 2 arguments (3 given)',
  );
  expect(wrong('sorted', [[1]], { a: 1, b: 2, c: 3 })).toBe(
    'TypeError: sort() takes at most 2 keyword arguments (3 given)',
  );
  expect(wrong('print', [], { a: 1, b: 2, c: 3, d: 4, e: 5 })).toBe(
    "TypeError: print() got an unexpected keyword argument 'a'",
  );
});

test('names are listed as in a sentence', () => {
  expect(listNames(['a'])).toBe("'a'");
  expect(listNames(['a', 'b'])).toBe("'a' and 'b'");
  expect(listNames(['a', 'b', 'c'])).toBe("'a', 'b', and 'c'");
});
