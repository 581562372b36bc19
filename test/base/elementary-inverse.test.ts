// The expected values were computed by Python's decimal module (recorded/record-elementary.py); the
// special cases are C99's, annex F.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as inverse from '../../src/base/elementary-inverse.ts';

const words = new DataView(new ArrayBuffer(8));

function doubleOf(hex: string): number {
  words.setBigUint64(0, BigInt(`0x${hex}`));
  return words.getFloat64(0);
}

const rows: string[][] = JSON.parse(
  readFileSync(new URL('recorded/elementary.json', import.meta.url), 'utf8'),
);

const functions = new Map<string, (x: number, y: number) => number>([
  ['tan', inverse.tan],
  ['asin', inverse.asin],
  ['acos', inverse.acos],
  ['atan', inverse.atan],
  ['atan2', inverse.atan2],
  ['sinh', inverse.sinh],
  ['cosh', inverse.cosh],
  ['tanh', inverse.tanh],
  ['expm1', inverse.expm1],
  ['exp2', inverse.exp2],
  ['log1p', inverse.log1p],
  ['hypot', (x, y) => inverse.hypot([x, y])],
]);

describe('the rarer elementary functions', () => {
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

  test('angles have the signs and quadrants of C', () => {
    const { atan2 } = inverse;
    expect([atan2(0, -0), atan2(-0, -1), atan2(0, 1), atan2(-0, 1)]).toEqual([
      Math.PI,
      -Math.PI,
      0,
      -0,
    ]);
    expect([atan2(1, 0), atan2(-1, -0), atan2(Infinity, -Infinity), atan2(1, Infinity)]).toEqual([
      Math.PI / 2,
      -Math.PI / 2,
      2.356194490192345,
      0,
    ]);
    expect([inverse.atan(-Infinity), inverse.acos(2), inverse.asin(1), inverse.acos(-1)]).toEqual([
      -Math.PI / 2,
      NaN,
      Math.PI / 2,
      Math.PI,
    ]);
  });

  test('the ends of the range are as in C', () => {
    const { log1p, expm1, exp2, sinh, cosh, tanh, tan } = inverse;
    expect([log1p(-1), log1p(-2), log1p(-0), log1p(1e-300)]).toEqual([-Infinity, NaN, -0, 1e-300]);
    expect([expm1(1000), expm1(-1000), exp2(1024), exp2(-1074)]).toEqual([
      Infinity,
      -1,
      Infinity,
      5e-324,
    ]);
    expect([sinh(-1000), cosh(1000), tanh(1000), tan(Infinity)]).toEqual([
      -Infinity,
      Infinity,
      1,
      NaN,
    ]);
  });

  test('roots of cubes and Pythagorean lengths are exact', () => {
    const { cbrt, hypot } = inverse;
    expect([27, -8, 1e-300, 2.5 * 2.5 * 2.5, 0].map(cbrt)).toEqual([3, -2, 1e-100, 2.5, 0]);
    expect([hypot([3, 4]), hypot([1e200, 0]), hypot([2, 3, 6]), hypot([])]).toEqual([
      5, 1e200, 7, 0,
    ]);
    expect([hypot([Infinity, NaN]), hypot([1, NaN])]).toEqual([Infinity, NaN]);
  });
});
