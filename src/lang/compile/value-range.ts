// Ranges of the values that a draw of module random may give, and plain arithmetic on them. The
// bounds are those of the distribution's formula; an infinite one stays infinite.
// Source: CPython 3.14 Lib/random.py.

import { Tuple } from '../values.ts';

export interface ValueRange {
  readonly least: number;
  readonly most: number;
  /** All possible values in ascending order, where they are few; null for all between. */
  readonly values: readonly number[] | null;
}

/** Values that a discrete draw may have to count as a choice. */
const MAXIMUM_VALUES = 64;

/** The greatest value of `random()`. */
const BELOW_ONE = 1 - Number.EPSILON / 2;

type Bounds = (parameters: readonly number[]) => readonly [number, number];

const HALF_LINE: Bounds = () => [0, Number.POSITIVE_INFINITY];
const LINE: Bounds = () => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const CONTINUOUS: ReadonlyMap<string, Bounds> = new Map<string, Bounds>([
  ['random', () => [0, BELOW_ONE]],
  ['uniform', ([a, b]) => [Math.min(a, b), Math.max(a, b)]],
  ['triangular', ([low = 0, high = 1]) => [Math.min(low, high), Math.max(low, high)]],
  ['betavariate', () => [0, 1]],
  ['expovariate', HALF_LINE],
  ['gammavariate', HALF_LINE],
  ['weibullvariate', HALF_LINE],
  ['lognormvariate', HALF_LINE],
  ['paretovariate', () => [1, Number.POSITIVE_INFINITY]],
  ['normalvariate', LINE],
  ['gauss', LINE],
]);

const DISCRETE: ReadonlySet<string> = new Set(['randint', 'randrange', 'choice']);

/** The names of the draws whose range is known. */
export const DRAWS: ReadonlySet<string> = new Set([...CONTINUOUS.keys(), ...DISCRETE]);

/** What a draw may give; null where its parameters are not numbers. */
export function drawRange(
  name: string,
  parameters: readonly unknown[],
  numberOf: (value: unknown) => number,
): ValueRange | null {
  if (name === 'choice') return discrete(itemsOf(parameters[0]).map(numberOf));
  const numbers = parameters.map(numberOf);
  if (numbers.some(Number.isNaN)) return null;
  if (name === 'randint') return counted(numbers[0], numbers[1] + 1, 1);
  if (name === 'randrange') {
    const [first, second = null, step = 1] = numbers;
    return second === null ? counted(0, first, 1) : counted(first, second, step);
  }
  const bounds = CONTINUOUS.get(name)?.(numbers) ?? [Number.NaN, Number.NaN];
  if (bounds.some(Number.isNaN)) return null;
  return { least: bounds[0], most: bounds[1], values: null };
}

function itemsOf(sequence: unknown): readonly unknown[] {
  if (Array.isArray(sequence)) return sequence;
  return sequence instanceof Tuple ? sequence.items : [];
}

function counted(start: number, stop: number, step: number): ValueRange | null {
  const count = Math.ceil((stop - start) / step);
  if (!(count > 0 && count <= MAXIMUM_VALUES)) return null;
  return discrete(Array.from({ length: count }, (_, i) => start + i * step));
}

function discrete(numbers: readonly number[]): ValueRange | null {
  const values = [...new Set(numbers)].sort((a, b) => a - b);
  if (values.length === 0 || values.length > MAXIMUM_VALUES) return null;
  if (values.some(Number.isNaN)) return null;
  return { least: values[0], most: values[values.length - 1], values };
}

/** A value that is known; null for no number. */
export function constantRange(value: number): ValueRange | null {
  return Number.isFinite(value) ? { least: value, most: value, values: [value] } : null;
}

export function negatedRange(range: ValueRange | null): ValueRange | null {
  return range === null ? null : withOperator('-', constantRange(0), range);
}

/** The values of `left operator right`, for + - * /; null where that is not one range. */
export function withOperator(
  operator: string,
  left: ValueRange | null,
  right: ValueRange | null,
): ValueRange | null {
  if (left === null || right === null) return null;
  const apply = OPERATIONS.get(operator);
  if (apply === undefined) return null;
  if (operator === '/' && right.least <= 0 && right.most >= 0) return null;
  if (left.values !== null && right.values !== null) {
    const { values } = right;
    return discrete(left.values.flatMap((a) => values.map((b) => apply(a, b))));
  }
  // Some of few values together with a range would be several ranges.
  if ((left.values?.length ?? 1) > 1 || (right.values?.length ?? 1) > 1) return null;
  const corners = [left.least, left.most].flatMap((a) => [
    apply(a, right.least),
    apply(a, right.most),
  ]);
  if (corners.some(Number.isNaN)) return null;
  return { least: Math.min(...corners), most: Math.max(...corners), values: null };
}

const OPERATIONS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['+', (a: number, b: number) => a + b],
  ['-', (a: number, b: number) => a - b],
  ['*', (a: number, b: number) => a * b],
  ['/', (a: number, b: number) => a / b],
]);
