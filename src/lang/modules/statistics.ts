// Module `statistics`: means, medians, modes, variances and quantiles. Sums are exact fractions,
// rounded once in the end, so that no order of the data and no size of theirs changes a digit.
// Left out: NormalDist, correlation, covariance, linear_regression and the kernels.
// Source: CPython 3.14 Lib/statistics.py.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { exp, log } from '../../base/elementary.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass } from '../objects/classes.ts';
import { equal, lessThan } from '../objects/compare.ts';
import { Dict } from '../objects/dict.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';
import { toIndex } from '../objects/index-of.ts';
import { trueDivideInts } from '../objects/integers.ts';
import { items, toArray } from '../objects/iteration.ts';
import { intOf, quantityOf } from '../objects/numbers.ts';
import { binary } from '../objects/operators.ts';
import { realArgument } from '../objects/real-argument.ts';
import { integerRatio } from '../objects/rounding.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { sorted } from '../objects/sorting.ts';
import { typeName } from '../objects/type-of.ts';
import { Float, PyModule } from '../values.ts';
import { Fraction, squareRoot } from './exact-fractions.ts';

const errorClass = builtinClass('StatisticsError', [exceptionClassOf(ValueError)], 'statistics');

function failure(...words: readonly unknown[]): ValueError {
  const error = new ValueError(...words);
  error.userClass = errorClass;
  return error;
}

/** What a sum is of: how many, and whether the result is a float. */
interface Total {
  readonly sum: Fraction;
  readonly count: number;
  readonly isFloat: boolean;
  /** The sum of the infinities and NaNs among them; null where there is none. */
  readonly beyond: number | null;
}

function totalOf(run: Interpreter, data: readonly unknown[]): Total {
  let sum = Fraction.ZERO;
  let isFloat = false;
  let beyond: number | null = null;
  run.charge(data.length * 4);
  for (const value of data) {
    const quantity = quantityOf(value);
    if (quantity === undefined) {
      const name = typeName(value);
      throw new PyTypeError(`can't convert type '${name}' to numerator/denominator`);
    }
    const isReal = intOf(value) === undefined;
    isFloat ||= isReal;
    if (isReal && !Number.isFinite(Number(quantity))) {
      beyond = (beyond ?? 0) + Number(quantity);
      continue;
    }
    const [above, below] = isReal ? integerRatio(Number(quantity)) : [quantity, 1];
    sum = sum.plus(new Fraction(BigInt(above), BigInt(below)));
  }
  return { sum, count: data.length, isFloat, beyond };
}

/** A fraction as the kind of number that the data are: an int where it is one. */
function converted({ above, below }: Fraction, isFloat: boolean): unknown {
  const isWhole = above % below === 0n;
  if (!isFloat && isWhole) return fromBig(above / below);
  return new Float(trueDivideInts(fromBig(above), fromBig(below)));
}

function fromBig(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function mean(run: Interpreter, data: unknown): unknown {
  const { sum, count, isFloat, beyond } = totalOf(run, toArray(run, data));
  if (count === 0) throw failure('mean requires at least one data point');
  if (beyond !== null) return new Float(beyond / count);
  return converted(sum.over(count), isFloat);
}

function floatMean(run: Interpreter, data: unknown, weights: unknown): unknown {
  const values = toArray(run, data).map((each) => realArgument(run, each));
  const shares = weights === null ? null : toArray(run, weights);
  if (shares !== null && shares.length !== values.length) {
    throw failure('data and weights must be the same length');
  }
  if (values.length === 0 && shares === null) {
    throw failure('fmean requires at least one data point');
  }
  const parts = shares?.map((each) => realArgument(run, each));
  const products = values.map((each, index) => each * (parts?.[index] ?? 1));
  const weight = parts === undefined ? values.length : exactSum(run, parts);
  if (weight === 0) throw failure('sum of weights must be non-zero');
  return new Float(exactSum(run, products) / weight);
}

/** The sum of floats, rounded once. */
function exactSum(run: Interpreter, values: readonly number[]): number {
  const { sum, beyond } = totalOf(
    run,
    values.map((each) => new Float(each)),
  );
  return beyond ?? trueDivideInts(fromBig(sum.above), fromBig(sum.below));
}

function geometricMean(run: Interpreter, data: unknown): unknown {
  const given = toArray(run, data);
  const values = given.map((each) => realArgument(run, each));
  if (values.length === 0) throw failure('Must have a non-empty dataset');
  const negative = values.findIndex((each) => each < 0);
  if (negative >= 0) {
    throw failure('No negative inputs allowed', given[negative]);
  }
  if (values.includes(0)) return new Float(0);
  return new Float(exp(exactSum(run, values.map(log)) / values.length));
}

function harmonicMean(run: Interpreter, data: unknown, weights: unknown): unknown {
  const values = toArray(run, data);
  if (values.length === 0) throw failure('harmonic_mean requires at least one data point');
  const shares = weights === null ? values.map(() => 1) : toArray(run, weights);
  if (shares.length !== values.length) {
    throw failure('Number of weights does not match data size');
  }
  if (weights === null && values.length === 1) {
    if (lessThan(run, values[0], 0)) {
      throw failure('harmonic mean does not support negative values');
    }
    return values[0];
  }
  if (values.some((each) => lessThan(run, each, 0))) {
    throw failure('harmonic mean does not support negative values');
  }
  if (values.some((each) => equal(run, each, 0))) return 0;
  const inverses = values.map((each, index) => binary(run, '/', shares[index], each));
  const whole = totalOf(run, shares).sum;
  return converted(whole.dividedBy(totalOf(run, inverses).sum), true);
}

type Pick = (run: Interpreter, ordered: readonly unknown[]) => unknown;

function median(name: string, pick: Pick): LibraryFunction {
  return new LibraryFunction(`${name}(data)`, (run, data: unknown) => {
    const ordered = sorted(run, toArray(run, data), null, false);
    if (ordered.length === 0) throw failure('no median for empty data');
    return pick(run, ordered);
  });
}

function middle(run: Interpreter, ordered: readonly unknown[]): unknown {
  const half = ordered.length >> 1;
  if (ordered.length % 2 === 1) return ordered[half];
  return binary(run, '/', binary(run, '+', ordered[half - 1], ordered[half]), 2);
}

/** The values that come most often, in the order in which they come first. */
function modes(run: Interpreter, data: unknown): unknown[] {
  const counts = new Dict(run);
  for (const value of items(run, data)) counts.set(value, Number(counts.get(value) ?? 0) + 1);
  const most = counts.values().reduce((a: number, b) => Math.max(a, Number(b)), 0);
  return [...counts.entries()].filter(({ value }) => value === most).map(({ key }) => key);
}

function mode(run: Interpreter, data: unknown): unknown {
  const [first] = modes(run, data);
  if (first === undefined) throw failure('no mode for empty data');
  return first;
}

/** The sum of squared distances from the mean, or from a centre that the program gives. */
function squares(run: Interpreter, data: unknown, centre: unknown): Total {
  const values = toArray(run, data);
  if (centre !== null) {
    const products = values.map((each) => {
      const distance = binary(run, '-', each, centre);
      return binary(run, '*', distance, distance);
    });
    return totalOf(run, products);
  }
  const total = totalOf(run, values);
  if (total.count === 0 || total.beyond !== null) return total;
  const average = total.sum.over(total.count);
  const distances = values.map((each) => exactly(each).minus(average));
  const sum = distances.reduce((so, each) => so.plus(each.times(each)), Fraction.ZERO);
  return { ...total, sum };
}

function exactly(value: unknown): Fraction {
  const quantity = quantityOf(value)!;
  if (intOf(value) !== undefined) return new Fraction(BigInt(quantity), 1n);
  const [above, below] = integerRatio(Number(quantity));
  return new Fraction(BigInt(above), BigInt(below));
}

/** `variance` and its like. `spare` is 1 for a sample, 0 for a whole population. */
function spread(name: string, centre: string, spare: 0 | 1, takesRoot: boolean): LibraryFunction {
  return new LibraryFunction(`${name}(data, ${centre}=None)`, (run, data: unknown, given) => {
    const { sum, count, isFloat, beyond } = squares(run, data, given as unknown);
    if (count <= spare) {
      const least = spare === 1 ? 'two data points' : 'one data point';
      throw failure(`${name} requires at least ${least}`);
    }
    if (beyond !== null) return new Float(Number.NaN);
    const result = sum.over(count - spare);
    return takesRoot ? new Float(squareRoot(result)) : converted(result, isFloat);
  });
}

function quantiles(run: Interpreter, data: unknown, parts: unknown, method: unknown): unknown {
  const n = Number(toIndex(run, parts));
  if (n < 1) throw failure('n must be at least 1');
  const ordered = sorted(run, toArray(run, data), null, false);
  const size = ordered.length;
  if (size === 1) return Array.from({ length: n - 1 }, () => ordered[0]);
  if (size === 0) throw failure('must have at least one data point');
  const isInclusive = method === 'inclusive';
  if (!isInclusive && method !== 'exclusive') {
    throw new ValueError(`Unknown method: ${run.objects.repr(run, method)}`);
  }
  const width = isInclusive ? size - 1 : size + 1;
  const cuts: unknown[] = [];
  for (let i = 1; i < n; i++) {
    const place = Math.floor((i * width) / n);
    const before = isInclusive ? place : Math.min(Math.max(place, 1), size - 1) - 1;
    const rest = i * width - (isInclusive ? place : before + 1) * n;
    const low = binary(run, '*', ordered[before], n - rest);
    const high = binary(run, '*', ordered[before + 1], rest);
    cuts.push(binary(run, '/', binary(run, '+', low, high), n));
  }
  return cuts;
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction('mean(data)', mean),
  new LibraryFunction('fmean(data, weights=None)', floatMean),
  new LibraryFunction('geometric_mean(data)', geometricMean),
  new LibraryFunction('harmonic_mean(data, weights=None)', harmonicMean),
  median('median', middle),
  median('median_low', (_run, ordered) => ordered[(ordered.length - 1) >> 1]),
  median('median_high', (_run, ordered) => ordered[ordered.length >> 1]),
  new LibraryFunction('mode(data)', mode),
  new LibraryFunction('multimode(data)', modes),
  new LibraryFunction("quantiles(data, *, n=4, method='exclusive')", quantiles),
  spread('variance', 'xbar', 1, false),
  spread('pvariance', 'mu', 0, false),
  spread('stdev', 'xbar', 1, true),
  spread('pstdev', 'mu', 0, true),
];

/** The module; the same for every run. */
export const statisticsModule = new PyModule(
  'statistics',
  new Map<string, unknown>([
    ['StatisticsError', errorClass],
    ...functions.map((each): [string, unknown] => [each.name, each]),
  ]),
);
