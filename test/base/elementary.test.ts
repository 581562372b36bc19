// The expected values were computed by Python's decimal module (recorded/record-elementary.py); the
// special cases are C99's, annex F.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cos, exp, log, log2, log10, pow, sin } from '../../src/base/elementary.ts';

const words = new DataView(new ArrayBuffer(8));

function doubleOf(hex: string): number {
  words.setBigUint64(0, BigInt(`0x${hex}`));
  return words.getFloat64(0);
}

const rows: string[][] = JSON.parse(
  readFileSync(new URL('recorded/elementary.json', import.meta.url), 'utf8'),
);

const functions = new Map<string, (x: number, y: number) => number>([
  ['log', log],
  ['log2', log2],
  ['log10', log10],
  ['exp', exp],
  ['sin', sin],
  ['cos', cos],
  ['pow', pow],
]);

describe('elementary functions', () => {
  test.each([...functions.keys()])('%s is correctly rounded', (name) => {
    const compute = functions.get(name)!;
    const mine = rows.filter((row) => row[0] === name);
    expect(mine.length).toBeGreaterThan(50);
    for (const row of mine) {
      const numbers = row.slice(1).map(doubleOf);
      const wanted = numbers.pop();
      expect([name, ...numbers, compute(numbers[0], numbers[1])]).toEqual([
        name,
        ...numbers,
        wanted,
      ]);
    }
  });

  test('the ends of the range are as in C', () => {
    expect([log(0), log(-1), log(1), log(Infinity)]).toEqual([-Infinity, NaN, 0, Infinity]);
    expect([log2(5e-324), log10(1e-5), log10(0)]).toEqual([-1074, -5, -Infinity]);
    expect([exp(0), exp(1000), exp(-1000), exp(NaN)]).toEqual([1, Infinity, 0, NaN]);
    expect([exp(709.782712893384), exp(-745.1332191019411)]).toEqual([
      1.7976931348622732e308, 5e-324,
    ]);
    expect([sin(-0), sin(Infinity), cos(0), cos(NaN)]).toEqual([-0, NaN, 1, NaN]);
    expect([sin(5e-324), sin(1e-9), cos(1e-9)]).toEqual([5e-324, 1e-9, 1]);
  });

  test('exact powers come out exactly', () => {
    expect([pow(10, 22), pow(10, -5), pow(2, -1074), pow(9, 1.5)]).toEqual([
      1e22, 1e-5, 5e-324, 27,
    ]);
    expect([pow(3, 33), pow(2, 0.5), pow(-8, 3), pow(-2, -1)]).toEqual([
      5559060566555523,
      Math.SQRT2,
      -512,
      -0.5,
    ]);
  });

  test('pow has the special cases of C', () => {
    expect([pow(NaN, 0), pow(1, NaN), pow(-1, Infinity), pow(-8, 1 / 3)]).toEqual([1, 1, 1, NaN]);
    expect([pow(0, -1), pow(-0, -1), pow(-0, 3), pow(0, 0.5)]).toEqual([
      Infinity,
      -Infinity,
      -0,
      0,
    ]);
    expect([pow(-Infinity, 3), pow(-Infinity, -3), pow(Infinity, -1), pow(0.5, Infinity)]).toEqual([
      -Infinity,
      -0,
      0,
      0,
    ]);
    expect([pow(1e200, 2), pow(10, 400), pow(10, -400), pow(-10, 309)]).toEqual([
      Infinity,
      Infinity,
      0,
      -Infinity,
    ]);
  });
});
