import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { power } from '../../src/base/power.ts';

// `[x, y, x to the power y]`, computed with 80 decimal digits by CPython's decimal and rounded
// once.
const lines = readFileSync(new URL('recorded-powers.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as [string, string, string]);

test('300 powers are the floats nearest to the exact result', () => {
  const wrong = lines.filter(([x, y, expected]) => {
    const result = expected === 'inf' ? Infinity : Number(expected);
    return power(Number(x), Number(y)) !== result;
  });
  expect(lines.length).toBe(300);
  expect(wrong).toEqual([]);
});

test('special values are those of C99', () => {
  expect(power(NaN, 0)).toBe(1);
  expect(power(1, NaN)).toBe(1);
  expect(power(2, NaN)).toBe(NaN);
  expect(power(-1, Infinity)).toBe(1);
  expect(power(0.5, -Infinity)).toBe(Infinity);
  expect(power(2, -Infinity)).toBe(0);
  expect(power(-0, 3)).toBe(-0);
  expect(power(-0, -3)).toBe(-Infinity);
  expect(power(-0, 2)).toBe(0);
  expect(power(-Infinity, 3)).toBe(-Infinity);
  expect(power(-Infinity, -3)).toBe(-0);
  expect(power(-Infinity, 0.5)).toBe(Infinity);
  expect(power(-8, 0.5)).toBe(NaN);
});

test('exact results are exact', () => {
  expect(power(2, 10)).toBe(1024);
  expect(power(10, 22)).toBe(1e22);
  expect(power(10, -5)).toBe(1e-5);
  expect(power(-2, 3)).toBe(-8);
  expect(power(-2, -3)).toBe(-0.125);
  expect(power(9, 1.5)).toBe(27);
  expect(power(2, 0.5)).toBe(Math.SQRT2);
  expect(power(1 / 16, -0.75)).toBe(8);
});

test('results out of range overflow to infinity and underflow through subnormals to zero', () => {
  expect(power(2, 1023)).toBe(8.98846567431158e307);
  expect(power(2, 1024)).toBe(Infinity);
  expect(power(10, 400)).toBe(Infinity);
  expect(power(2, -1074)).toBe(5e-324);
  expect(power(2, -1075)).toBe(0);
  expect(power(2, -1074.5)).toBe(5e-324);
  expect(power(1e-300, 2)).toBe(0);
  expect(power(0.999, 1e300)).toBe(0);
});
