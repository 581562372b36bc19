import { expect, test } from 'vitest';
import { printed } from '../../../simulated.ts';

/** To 50 digits, from tables: e, ln 2, the square root of 2. */
const KNOWN = {
  'Decimal(1).exp()': '2.7182818284590452353602874713526624977572470937000',
  'Decimal(2).ln()': '0.69314718055994530941723212145817656807550013436026',
  'Decimal(2).sqrt()': '1.4142135623730950488016887242096980785696718753769',
  'Decimal(2) ** Decimal("0.5")': '1.4142135623730950488016887242096980785696718753769',
  'Decimal(10) ** 30': '1000000000000000000000000000000',
};

test('functions are exact to the last of fifty digits', () => {
  const lines = Object.keys(KNOWN).map((text) => `print(${text})`);
  const head = 'from decimal import Decimal, getcontext\ngetcontext().prec = 50\n';
  expect(
    printed(`${head}${lines.join('\n')}\n`)
      .trim()
      .split('\n'),
  ).toEqual(Object.values(KNOWN));
});
