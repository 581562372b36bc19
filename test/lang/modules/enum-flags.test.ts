import { expect, test } from 'vitest';
import { flagClass, intFlagClass } from '../../../src/lang/modules/enum.ts';
import { defineFlags, isSingle, nextFlag } from '../../../src/lang/modules/enum-flags.ts';
import { Instance } from '../../../src/lang/values.ts';
import { expectRecorded } from './recorded.ts';

test('flags and enumerations of texts are CPython’s', () => expectRecorded('flags'));

test('both classes of flags combine by methods of their own', () => {
  expect(typeof defineFlags).toBe('function');
  for (const cls of [flagClass, intFlagClass]) expect(cls.attributes.has('__or__')).toBe(true);
});

test('auto gives the power of two after the greatest value', () => {
  expect(nextFlag([])).toBe(1);
  expect(nextFlag([1, 2])).toBe(4);
  expect(nextFlag([5])).toBe(8);
  expect(nextFlag([2 ** 52])).toBe(2n ** 53n);
});

test('a member is single where it is one bit', () => {
  const single = (value: number): boolean => {
    const member = new Instance(flagClass);
    member.attributes.set('_value_', value);
    return isSingle(member);
  };
  expect([0, 1, 2, 3, 4, 6].map(single)).toEqual([false, true, true, false, true, false]);
});
