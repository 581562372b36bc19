import { expect, test } from 'vitest';
import { indexOrUndefined, toIndex, toSize } from '../../../src/lang/objects/index-of.ts';
import { Float, Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('ints, bools and objects with __index__ are indices', () => {
  const cls = programClass('A', { __index__: () => 7 });
  expect(toIndex(run, true)).toBe(1);
  expect(toIndex(run, new Instance(cls))).toBe(7);
  expect(indexOrUndefined(run, new Float(1))).toBe(undefined);
  expect(shown(run, () => toIndex(run, new Float(1)))).toBe(
    "TypeError: 'float' object cannot be interpreted as an integer",
  );
});

test('__index__ must give an int', () => {
  const cls = programClass('A', { __index__: () => 'a' });
  expect(shown(run, () => toIndex(run, new Instance(cls)))).toBe(
    'TypeError: __index__ returned non-int (type str)',
  );
});

test('a size fits into a machine word', () => {
  expect(toSize(run, 2n ** 62n)).toBe(2 ** 62);
  expect(shown(run, () => toSize(run, 2n ** 63n))).toBe(
    'OverflowError: Python int too large to convert to C ssize_t',
  );
  expect(shown(run, () => toSize(run, 2n ** 63n, true))).toBe(
    "IndexError: cannot fit 'int' into an index-sized integer",
  );
});
