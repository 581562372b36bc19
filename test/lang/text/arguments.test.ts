import { expect, test } from 'vitest';
import { boundArgument, textArgument } from '../../../src/lang/text/arguments.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer } from '../recorded/decode.ts';
import { errorOf } from './call-method.ts';

const run = plainInterpreter();

test('a wrong argument is named as CPython does', () => {
  expect(errorOf('a', 'find', 1)).toEqual(['TypeError', 'find() argument 1 must be str, not int']);
  expect(errorOf('a', 'find', null)).toEqual([
    'TypeError',
    'find() argument 1 must be str, not None',
  ]);
  expect(errorOf('a', 'removeprefix', 1)).toEqual([
    'TypeError',
    'removeprefix() argument must be str, not int',
  ]);
  expect(errorOf('a', 'find', 'a', 'x')).toEqual([
    'TypeError',
    'slice indices must be integers or None or have an __index__ method',
  ]);
  expect(errorOf('a', 'zfill', 10n ** 30n)).toEqual([
    'OverflowError',
    'Python int too large to convert to C ssize_t',
  ]);
  expect(textArgument(run, 'x', 'find', 1)).toBe('x');
});

test('bounds count from the end where they are negative', () => {
  const bounds = [null, undefined, 0, -1, -9, 9, true, 10n ** 30n];
  expect(bounds.map((value) => boundArgument(run, value, 5, 5))).toEqual([
    5, 5, 0, 4, 0, 9, 1, 1e30,
  ]);
  expect(answer(() => boundArgument(run, [], 5, 0))).toEqual({
    e: ['TypeError', 'slice indices must be integers or None or have an __index__ method'],
  });
});
