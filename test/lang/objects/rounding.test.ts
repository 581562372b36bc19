import { expect, test } from 'vitest';
import { integerRatio, round, truncate } from '../../../src/lang/objects/rounding.ts';
import { Float, Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const rounded = (value: unknown, digits?: unknown): string =>
  shown(run, () => round(run, value, digits));

test('halves go to the even neighbour, on the exact value', () => {
  expect([0.5, 1.5, 2.5, -0.5, -2.5].map((x) => rounded(new Float(x)))).toEqual([
    '0',
    '2',
    '2',
    '0',
    '-2',
  ]);
  expect(rounded(new Float(2.675), 2)).toBe('2.67');
  expect(rounded(new Float(0.5), 0)).toBe('0.0');
  expect(rounded(new Float(1234.5), -2)).toBe('1200.0');
  expect(rounded(new Float(1e300))).toBe(`${BigInt(1e300)}`);
});

test('ints round to tens and hundreds', () => {
  expect([rounded(15, -1), rounded(25, -1), rounded(-15, -1), rounded(-25, -1)]).toEqual([
    '20',
    '20',
    '-20',
    '-20',
  ]);
  expect(rounded(1234, -5)).toBe('0');
  expect(rounded(5, 10)).toBe('5');
  expect(rounded(true)).toBe('1');
});

test('what cannot be rounded says so', () => {
  expect(rounded('a')).toBe("TypeError: type str doesn't define __round__ method");
  expect(rounded(new Float(Infinity))).toBe(
    'OverflowError: cannot convert float infinity to integer',
  );
  expect(rounded(new Float(1.7976931348623157e308), -308)).toBe(
    'OverflowError: rounded value too large to represent',
  );
  expect(rounded(new Float(1.5), 'a')).toBe(
    "TypeError: 'str' object cannot be interpreted as an integer",
  );
});

test('__round__ of the program is called with what was given', () => {
  const cls = programClass('A', {
    __round__: (_run, _self: unknown, ...given: unknown[]) => given,
  });
  expect(rounded(new Instance(cls))).toBe('[]');
  expect(rounded(new Instance(cls), 2)).toBe('[2]');
});

test('ratios are in lowest terms', () => {
  expect(integerRatio(0.75)).toEqual([3, 4]);
  expect(integerRatio(-0)).toEqual([0, 1]);
  expect(integerRatio(1e22)).toEqual([10n ** 22n, 1]);
  expect(truncate(-2.9)).toBe(-2);
});
