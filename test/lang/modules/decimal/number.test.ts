import { expect, test } from 'vitest';
import {
  decimalText,
  digitCount,
  parseDecimal,
} from '../../../../src/lang/modules/decimal/number.ts';
import { expectRecorded } from '../recorded.ts';

test('texts and other values become the numbers that CPython makes of them', () =>
  expectRecorded('decimal-texts'));

test('an engineering exponent is a multiple of three', () => {
  const text = (given: string) => decimalText(parseDecimal(given)!, true);
  expect(['1E+10', '1E-10', '123E+3', '0E-7'].map(text)).toEqual([
    '10E+9',
    '100E-12',
    '123E+3',
    '0.0E-6',
  ]);
  expect([0n, 9n, 10n].map(digitCount)).toEqual([1, 1, 2]);
});
