import { expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import {
  concatenate,
  isSequence,
  repeat,
  repeatItems,
} from '../../../src/lang/objects/sequences.ts';
import { Instance, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('sequences join their like only', () => {
  expect(concatenate(run, [1], ['a'])).toEqual([1, 'a']);
  expect(shown(run, () => concatenate(run, new Tuple([1]), new Tuple([2])))).toBe('(1, 2)');
  expect(shown(run, () => concatenate(run, 'a', 1))).toBe(
    'TypeError: can only concatenate str (not "int") to str',
  );
  expect(shown(run, () => concatenate(run, [1], new Tuple([])))).toBe(
    'TypeError: can only concatenate list (not "tuple") to list',
  );
  expect(concatenate(run, 5, [1])).toBe(undefined);
});

test('repeating takes ints, also negative ones and __index__', () => {
  const two = new Instance(programClass('Two', { __index__: () => 2 }));
  expect(repeat(run, 'ab', two)).toBe('abab');
  expect(repeat(run, [1], -1)).toEqual([]);
  expect(shown(run, () => repeat(run, [1], 'a'))).toBe(
    "TypeError: can't multiply sequence by non-int of type 'str'",
  );
  expect(shown(run, () => repeat(run, 'a', 2n ** 70n))).toBe(
    "OverflowError: cannot fit 'int' into an index-sized integer",
  );
});

test('the limit of a collection holds at n - 1, n and n + 1', () => {
  const small = plainInterpreter({ limits: { collection: 10 } });
  expect(repeatItems(small, [0], 9).length).toBe(9);
  expect(repeatItems(small, [0], 10).length).toBe(10);
  expect(() => repeatItems(small, [0], 11)).toThrow(LimitReached);
  expect(() => concatenate(small, 'aaaaa', 'bbbbbb')).toThrow(LimitReached);
});

test('a dict is no sequence', () => {
  expect([isSequence('a'), isSequence([]), isSequence(5)]).toEqual([true, true, false]);
});
