// Fractions of ints of any size, kept exact: what sums of floats are before they are rounded. They
// are not shortened until they have grown long, since most are looked at once.
// Source: arithmetic; the square root as in CPython 3.14 Lib/statistics.py (_float_sqrt_of_frac).

import { bitLength, trueDivideInts } from '../objects/integers.ts';

/** Bits of a denominator from which a fraction is shortened. */
const LONG = 2200n;

export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  readonly above: bigint;
  /** Greater than 0. */
  readonly below: bigint;

  constructor(above: bigint, below: bigint) {
    const isLong = below >> LONG !== 0n;
    const common = isLong ? greatestCommon(above < 0n ? -above : above, below) : 1n;
    this.above = above / common;
    this.below = below / common;
  }

  plus({ above, below }: Fraction): Fraction {
    if (below === this.below) return new Fraction(this.above + above, below);
    return new Fraction(this.above * below + above * this.below, this.below * below);
  }

  minus({ above, below }: Fraction): Fraction {
    return this.plus(new Fraction(-above, below));
  }

  times({ above, below }: Fraction): Fraction {
    return new Fraction(this.above * above, this.below * below);
  }

  /** Divided by a fraction greater than 0. */
  dividedBy({ above, below }: Fraction): Fraction {
    return new Fraction(this.above * below, this.below * above);
  }

  /** Divided by an int greater than 0. */
  over(count: number): Fraction {
    return new Fraction(this.above, this.below * BigInt(count));
  }
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The greatest int whose square is not above `value`. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((Number(bitLength(value)) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The root of a fraction to more bits than a double has; the last bit tells of any rest. */
function oddRoot(above: bigint, below: bigint): bigint {
  const root = wholeRoot(above / below);
  return root | (root * root * below === above ? 0n : 1n);
}

/** The square root of a fraction that is not negative, rounded correctly to a double. */
export function squareRoot({ above, below }: Fraction): number {
  if (above === 0n) return 0;
  const shift = Math.floor((bitLength(above) - bitLength(below) - 109) / 2);
  if (shift >= 0) {
    return trueDivideInts(oddRoot(above, below << BigInt(2 * shift)) << BigInt(shift), 1);
  }
  return trueDivideInts(oddRoot(above << BigInt(-2 * shift), below), 1n << BigInt(-shift));
}
