// Arithmetic on unevaluated sums of two doubles (106 bits). A result's first part is returned, its
// second is left in `rest[0]`: no allocation. To be read at once, before the next call. JavaScript
// computes each operation in double precision, rounded to nearest, so the error terms are exact.
// Source: Dekker, "A floating-point technique for extending the available precision", 1971; Knuth,
// TAOCP 2, 4.2.2.

/** Where each function leaves the second part of its result. */
export const rest = new Float64Array(1);

const SPLITTER = 134217729; // 2^27 + 1

/** a + b exactly. */
export function addExact(a: number, b: number): number {
  const sum = a + b;
  const other = sum - a;
  rest[0] = a - (sum - other) + (b - other);
  return sum;
}

/** a + b exactly, where |a| >= |b|. */
export function addOrdered(a: number, b: number): number {
  const sum = a + b;
  rest[0] = b - (sum - a);
  return sum;
}

/** a * b exactly, away from the ends of the range. */
export function multiplyExact(a: number, b: number): number {
  const product = a * b;
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  rest[0] = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product;
}

/** (a + aLow) + (b + bLow), relative error about 2^-104 of the larger. */
export function add(a: number, aLow: number, b: number, bLow: number): number {
  const sum = addExact(a, b);
  return addOrdered(sum, rest[0] + (aLow + bLow));
}

/** (a + aLow) * (b + bLow), relative error about 2^-102. */
export function multiply(a: number, aLow: number, b: number, bLow: number): number {
  const product = multiplyExact(a, b);
  return addOrdered(product, rest[0] + (a * bLow + aLow * b));
}

/** (a + aLow) / (b + bLow), relative error about 2^-100. */
export function divide(a: number, aLow: number, b: number, bLow: number): number {
  const first = a / b;
  const product = multiplyExact(first, b);
  const remainder = a - product - rest[0] + aLow - first * bLow;
  return addOrdered(first, remainder / b);
}
