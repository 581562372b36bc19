// Closures for the binary operators and comparisons, and for augmented assignment. Two small ints
// and floats, mixed with these or not, are handled on the spot, everything else by the objects
// layer. The place is noted only where the slow way is taken, since the fast way cannot fail.

import type { Span } from '../../base/span.ts';
import type { Frame } from '../machine/frame.ts';
import { equals, notEquals, ordered } from '../objects/compare.ts';
import { inPlace } from '../objects/in-place.ts';
import { contains } from '../objects/membership.ts';
import { isPlainFloat } from '../objects/numbers.ts';
import { type BinaryFunction, binaryFunctions } from '../objects/operators.ts';
import type { BinaryOperator, CompareOperator } from '../tree.ts';
import { Float, Tuple } from '../values.ts';
import type { Evaluate, Operand } from './operand.ts';

const SAFE = Number.MAX_SAFE_INTEGER;

/** An int that is a safe integer, or a float: as a float64 it has the same value. */
function isReal(value: unknown): value is number | Float {
  return typeof value === 'number' || isPlainFloat(value);
}

function realOf(value: number | Float): number {
  return typeof value === 'number' ? value : value.value;
}

/** `left operator right`. */
export function binaryClosure(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  span: Span,
): Evaluate {
  const slow = binaryFunctions.get(operator) as BinaryFunction;
  return arithmetic(operator, left, right, slow, span);
}

/**
 * The new value of the target of `target operator= value`: changes what can be changed in place and
 * is `target operator value` otherwise.
 */
export function augmentedClosure(
  operator: BinaryOperator,
  old: Operand,
  value: Operand,
  span: Span,
): Evaluate {
  return arithmetic(operator, old, value, (run, x, y) => inPlace(run, operator, x, y), span);
}

function arithmetic(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  slow: BinaryFunction,
  span: Span,
): Evaluate {
  const fast = FAST_ARITHMETIC[operator];
  if (fast !== undefined) return fast(left, right, slow, span);
  return (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    frame.at = span;
    return slow(frame.machine, x, y);
  };
}

type FastArithmetic = (left: Operand, right: Operand, slow: BinaryFunction, span: Span) => Evaluate;

const FAST_ARITHMETIC: Partial<Record<BinaryOperator, FastArithmetic>> = {
  '+': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      const sum = x + y;
      if (sum <= SAFE && sum >= -SAFE) return sum;
    } else if (isReal(x) && isReal(y)) {
      return new Float(realOf(x) + realOf(y));
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  },
  '-': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      const difference = x - y;
      if (difference <= SAFE && difference >= -SAFE) return difference;
    } else if (isReal(x) && isReal(y)) {
      return new Float(realOf(x) - realOf(y));
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  },
  '*': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      // 0 is added so that -5 * 0 is 0 and not -0.
      const product = x * y + 0;
      if (product <= SAFE && product >= -SAFE) return product;
    } else if (isReal(x) && isReal(y)) {
      return new Float(realOf(x) * realOf(y));
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  },
  '/': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) {
      const divisor = realOf(y);
      if (divisor !== 0) return new Float(realOf(x) / divisor);
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  },
  '//': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (typeof x === 'number' && typeof y === 'number' && x >= 0 && y > 0) {
      // Exact, as the quotient of large ints is not.
      return (x - (x % y)) / y;
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  },
  '%': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (typeof x === 'number' && typeof y === 'number' && x >= 0 && y > 0) return x % y;
    frame.at = span;
    return slow(frame.machine, x, y);
  },
};

/** Compares two values. */
export type Comparison = (frame: Frame, x: unknown, y: unknown) => unknown;

/** The function of a comparison operator, without fast ways. */
export function comparison(operator: CompareOperator): Comparison {
  switch (operator) {
    case '==':
      return (frame, x, y) => equals(frame.machine, x, y);
    case '!=':
      return (frame, x, y) => notEquals(frame.machine, x, y);
    case 'is':
      return (_frame, x, y) => isSame(x, y);
    case 'is not':
      return (_frame, x, y) => !isSame(x, y);
    case 'in':
      return (frame, x, y) => contains(frame.machine, y, x);
    case 'not in':
      return (frame, x, y) => !contains(frame.machine, y, x);
    default:
      return (frame, x, y) => ordered(frame.machine, operator, x, y);
  }
}

/** Identity. A bound method is made anew at each reading, as in CPython, so it is never itself. */
/** `x is y`: there is one empty tuple only. */
function isSame(x: unknown, y: unknown): boolean {
  if (x === y) return true;
  return isEmptyTuple(x) && isEmptyTuple(y);
}

function isEmptyTuple(value: unknown): boolean {
  return value instanceof Tuple && value.items.length === 0;
}

/** `left operator right`, one comparison. */
export function compareClosure(
  operator: CompareOperator,
  left: Operand,
  right: Operand,
  span: Span,
): Evaluate {
  const slow = comparison(operator);
  const fast = FAST_COMPARISONS[operator];
  if (fast === undefined) {
    return (frame) => {
      const x = left.read(frame);
      const y = right.read(frame);
      frame.at = span;
      return slow(frame, x, y);
    };
  }
  return fast(left, right, slow, span);
}

type FastComparison = (left: Operand, right: Operand, slow: Comparison, span: Span) => Evaluate;

const FAST_COMPARISONS: Partial<Record<CompareOperator, FastComparison>> = {
  '<': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) return realOf(x) < realOf(y);
    frame.at = span;
    return slow(frame, x, y);
  },
  '<=': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) return realOf(x) <= realOf(y);
    frame.at = span;
    return slow(frame, x, y);
  },
  '>': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) return realOf(x) > realOf(y);
    frame.at = span;
    return slow(frame, x, y);
  },
  '>=': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) return realOf(x) >= realOf(y);
    frame.at = span;
    return slow(frame, x, y);
  },
  '==': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) return realOf(x) === realOf(y);
    frame.at = span;
    return slow(frame, x, y);
  },
  '!=': (left, right, slow, span) => (frame) => {
    const x = left.read(frame);
    const y = right.read(frame);
    if (isReal(x) && isReal(y)) return realOf(x) !== realOf(y);
    frame.at = span;
    return slow(frame, x, y);
  },
  is: (left, right) => (frame) => {
    const x = left.read(frame);
    return isSame(x, right.read(frame));
  },
  'is not': (left, right) => (frame) => {
    const x = left.read(frame);
    return !isSame(x, right.read(frame));
  },
};
