import { expect, test } from 'vitest';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { checkedLength, rangeLength, truthy } from '../../../src/lang/objects/truth.ts';
import { Float, Instance, Range, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('zeros and empty collections are false, all else is true', () => {
  const falsy: unknown[] = [0, new Float(-0), '', null, false, [], new Tuple([]), new Dict(run)];
  falsy.push(new PySet(run), new Range(3, 3, 1));
  for (const value of falsy) expect(truthy(run, value)).toBe(false);
  const truths = [1, 2n ** 70n, new Float(NaN), ' ', [0], new Range(0, 1, 1), truthy];
  for (const value of truths) expect(truthy(run, value)).toBe(true);
});

test('__bool__ goes before __len__', () => {
  const both = programClass('A', { __bool__: () => true, __len__: () => 0 });
  const length = programClass('B', { __len__: () => 0 });
  expect(truthy(run, new Instance(both))).toBe(true);
  expect(truthy(run, new Instance(length))).toBe(false);
});

test('what they give is checked', () => {
  const wrong = new Instance(programClass('A', { __bool__: () => 5 }));
  expect(shown(run, () => truthy(run, wrong))).toBe(
    'TypeError: __bool__ should return bool, returned int',
  );
  expect(shown(run, () => checkedLength('a'))).toBe(
    "TypeError: 'str' object cannot be interpreted as an integer",
  );
  expect(shown(run, () => checkedLength(-1))).toBe('ValueError: __len__() should return >= 0');
});

test('lengths of ranges', () => {
  const lengths = [
    [0, 10, 3],
    [10, 0, -3],
    [5, 5, 1],
    [0, -5, 1],
    [0, 1, 100],
  ].map(([start, stop, step]) => rangeLength(new Range(start, stop, step)));
  expect(lengths).toEqual([4, 4, 0, 0, 1]);
});
