import { expect, test } from 'vitest';
import { combineBits } from '../../../src/lang/objects/bit-operators.ts';
import { intClass, strClass } from '../../../src/lang/objects/classes.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { DictKeys } from '../../../src/lang/objects/dict-views.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test("ints of any size combine as two's complement", () => {
  expect(combineBits(run, '&', -1, 0xffffffffff)).toBe(0xffffffffff);
  expect(combineBits(run, '|', -(2 ** 40), 1)).toBe(-(2 ** 40) + 1);
  expect(combineBits(run, '^', 5, -3)).toBe(-8);
});

test('two bools stay a bool, a bool and an int give an int', () => {
  expect(combineBits(run, '|', true, false)).toBe(true);
  expect(combineBits(run, '^', true, true)).toBe(false);
  expect(combineBits(run, '|', true, 2)).toBe(3);
});

test('dicts merge, the right one wins', () => {
  const left = new Dict(run, [
    [1, 'a'],
    [2, 'b'],
  ]);
  const merged = combineBits(
    run,
    '|',
    left,
    new Dict(run, [
      [2, 'c'],
      [3, 'd'],
    ]),
  );
  expect(shown(run, () => merged)).toBe("{1: 'a', 2: 'c', 3: 'd'}");
});

test('a view of keys takes any iterable on the other side', () => {
  const keys = new DictKeys(new Dict(run, [[1, 2]]));
  expect(shown(run, () => combineBits(run, '&', keys, [1, 5]))).toBe('{1}');
  expect(shown(run, () => combineBits(run, '|', [7], keys))).toBe('{1, 7}');
});

test('classes make a union, sets need sets', () => {
  expect(shown(run, () => combineBits(run, '|', intClass, strClass))).toBe('int | str');
  expect(shown(run, () => combineBits(run, '|', intClass, null))).toBe('int | None');
  expect(combineBits(run, '|', new PySet(run, [1]), [2])).toBe(undefined);
});
