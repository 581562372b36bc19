import { expect, test } from 'vitest';
import { equal, ordered } from '../../../src/lang/objects/compare.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { DictItems, DictKeys, DictValues } from '../../../src/lang/objects/dict-views.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter } from './plain-interpreter.ts';

const run = plainInterpreter();

const dict = new Dict(run, [
  [1, 'a'],
  [2, 'b'],
]);

test('keys and items contain what the dict holds', () => {
  expect(new DictKeys(dict).contains(run, 2)).toBe(true);
  expect(new DictItems(dict).contains(run, new Tuple([2, 'b']))).toBe(true);
  expect(new DictItems(dict).contains(run, new Tuple([2, 'c']))).toBe(false);
  expect(new DictValues(dict).contains(run, 'b')).toBe(true);
});

test('keys and items compare as sets, values by identity', () => {
  expect(equal(run, new DictKeys(dict), new PySet(run, [2, 1]))).toBe(true);
  expect(ordered(run, '<', new DictKeys(dict), new PySet(run, [1, 2, 3]))).toBe(true);
  expect(equal(run, new DictValues(dict), new DictValues(dict))).toBe(false);
});
