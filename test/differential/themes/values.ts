// Values as Python text that several themes use.
import fc from 'fast-check';
import { choose, type Text, weigh, words } from '../text.ts';

export const smallInteger: Text = fc.integer({ min: -3, max: 12 }).map(String);

/** Around the powers of two where representations change, and anything between. */
const nearPower: Text = fc
  .tuple(
    fc.constantFrom(15, 30, 31, 32, 53, 60, 62, 63, 64, 100, 128),
    fc.integer({ min: -2, max: 2 }),
    fc.boolean(),
  )
  .map(([bits, off, isNegative]) => {
    const value = (1n << BigInt(bits)) + BigInt(off);
    return String(isNegative ? -value : value);
  });

export const anyInteger: Text = weigh(
  [4, smallInteger],
  [2, fc.integer({ min: -1000, max: 1000 }).map(String)],
  [3, nearPower],
  [2, fc.bigInt({ min: -(1n << 200n), max: 1n << 200n }).map(String)],
  [1, words('True False')],
);

export const anyFloat: Text = choose(words('0.0'));
