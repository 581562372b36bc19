import { expect, test } from 'vitest';
import { getAttribute } from '../../../src/lang/objects/attributes.ts';
import { floatOfValue, intOfValue, rangeOf } from '../../../src/lang/objects/number-methods.ts';
import { Float, Instance, Slice } from '../../../src/lang/values.ts';
import { method, plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('int methods work for bools too', () => {
  expect(method(run, 255, 'bit_length')).toBe(8);
  expect(method(run, true, 'bit_length')).toBe(1);
  expect(method(run, -(2n ** 70n), 'bit_count')).toBe(1);
  expect(shown(run, () => method(run, 5, 'as_integer_ratio'))).toBe('(5, 1)');
  expect(shown(run, () => getAttribute(run, true, 'real'))).toBe('1');
  expect(shown(run, () => method(run, 1, 'bit_length', [2]))).toBe(
    'TypeError: int.bit_length() takes no arguments (1 given)',
  );
});

test('floats know whether they are whole, and their ratio', () => {
  expect(method(run, new Float(2), 'is_integer')).toBe(true);
  expect(shown(run, () => method(run, new Float(-0.75), 'as_integer_ratio'))).toBe('(-3, 4)');
  expect(shown(run, () => method(run, new Float(Infinity), 'as_integer_ratio'))).toBe(
    'OverflowError: cannot convert Infinity to integer ratio',
  );
});

test('a range finds its members and a slice its indices', () => {
  const range = rangeOf(run, 0, 10, 3);
  expect(method(run, range, 'index', [6])).toBe(2);
  expect(method(run, range, 'count', [7])).toBe(0);
  expect(shown(run, () => method(run, range, 'index', [7]))).toBe(
    'ValueError: range.index(x): x not in range',
  );
  expect(shown(run, () => method(run, new Slice(null, null, -1), 'indices', [3]))).toBe(
    '(2, -1, -1)',
  );
});

test('objects of the program are converted by their methods', () => {
  const cls = programClass('A', { __int__: () => 7, __float__: () => new Float(1.5) });
  expect(intOfValue(run, new Instance(cls), undefined)).toBe(7);
  expect(floatOfValue(run, new Instance(cls))).toBe(1.5);
  const wrong = new Instance(programClass('B', { __int__: () => 'a', __float__: () => 1 }));
  expect(shown(run, () => intOfValue(run, wrong, undefined))).toBe(
    'TypeError: __int__ returned non-int (type str)',
  );
  expect(shown(run, () => floatOfValue(run, wrong))).toBe(
    'TypeError: B.__float__ returned non-float (type int)',
  );
});

test('floats become ints by cutting, and only finite ones', () => {
  expect(intOfValue(run, new Float(-2.7), undefined)).toBe(-2);
  expect(intOfValue(run, new Float(1e20), undefined)).toBe(10n ** 20n);
  expect(shown(run, () => intOfValue(run, new Float(NaN), undefined))).toBe(
    'ValueError: cannot convert float NaN to integer',
  );
});
