// Closures for the binary operators and comparisons: two small ints are handled on the spot,
// everything else by the objects layer. The place is noted only where the slow way is taken, since
// the fast way cannot fail.

import type { Span } from '../../base/span.ts';
import type { Frame } from '../machine/frame.ts';
import { equals, notEquals, ordered } from '../objects/compare.ts';
import { contains } from '../objects/membership.ts';
import { type BinaryFunction, binaryFunctions } from '../objects/operators.ts';
import type { BinaryOperator, CompareOperator } from '../tree.ts';
import { Float } from '../values.ts';
import type { Evaluate } from './builder.ts';
import type { Operand } from './context.ts';

const SAFE = Number.MAX_SAFE_INTEGER;

/** `left operator right`. */
export function binaryClosure(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
  span: Span,
): Evaluate {
  const [a, b] = [left.evaluate, right.evaluate];
  const slow = binaryFunctions.get(operator) as BinaryFunction;
  switch (operator) {
    case '+':
      return right.kind === 'constant' && typeof right.value === 'number'
        ? addConstant(a, right.value, slow, span)
        : add(a, b, slow, span);
    case '-':
      return subtract(a, b, slow, span);
    case '*':
      return multiply(a, b, slow, span);
    case '%':
      return modulo(a, b, slow, span);
    default:
      return (frame) => {
        const x = a(frame);
        const y = b(frame);
        frame.at = span;
        return slow(frame.machine, x, y);
      };
  }
}

function addConstant(a: Evaluate, y: number, slow: BinaryFunction, span: Span): Evaluate {
  return (frame) => {
    const x = a(frame);
    if (typeof x === 'number') {
      const sum = x + y;
      if (sum <= SAFE && sum >= -SAFE) return sum;
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  };
}

function add(a: Evaluate, b: Evaluate, slow: BinaryFunction, span: Span): Evaluate {
  return (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      const sum = x + y;
      if (sum <= SAFE && sum >= -SAFE) return sum;
    } else if (x instanceof Float && y instanceof Float) {
      return new Float(x.value + y.value);
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  };
}

function subtract(a: Evaluate, b: Evaluate, slow: BinaryFunction, span: Span): Evaluate {
  return (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      const difference = x - y;
      if (difference <= SAFE && difference >= -SAFE) return difference;
    } else if (x instanceof Float && y instanceof Float) {
      return new Float(x.value - y.value);
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  };
}

function multiply(a: Evaluate, b: Evaluate, slow: BinaryFunction, span: Span): Evaluate {
  return (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      // 0 is added so that -5 * 0 is 0 and not -0.
      const product = x * y + 0;
      if (product <= SAFE && product >= -SAFE) return product;
    } else if (x instanceof Float && y instanceof Float) {
      return new Float(x.value * y.value);
    }
    frame.at = span;
    return slow(frame.machine, x, y);
  };
}

function modulo(a: Evaluate, b: Evaluate, slow: BinaryFunction, span: Span): Evaluate {
  return (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number' && x >= 0 && y > 0) return x % y;
    frame.at = span;
    return slow(frame.machine, x, y);
  };
}

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
function isSame(x: unknown, y: unknown): boolean {
  return x === y;
}

/** `left operator right`, one comparison. */
export function compareClosure(
  operator: CompareOperator,
  left: Evaluate,
  right: Evaluate,
  span: Span,
): Evaluate {
  const slow = comparison(operator);
  const fast = FAST[operator];
  if (fast === undefined) {
    return (frame) => {
      const x = left(frame);
      const y = right(frame);
      frame.at = span;
      return slow(frame, x, y);
    };
  }
  return fast(left, right, slow, span);
}

type FastComparison = (a: Evaluate, b: Evaluate, slow: Comparison, span: Span) => Evaluate;

const FAST: Partial<Record<CompareOperator, FastComparison>> = {
  '<': (a, b, slow, span) => (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') return x < y;
    frame.at = span;
    return slow(frame, x, y);
  },
  '<=': (a, b, slow, span) => (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') return x <= y;
    frame.at = span;
    return slow(frame, x, y);
  },
  '>': (a, b, slow, span) => (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') return x > y;
    frame.at = span;
    return slow(frame, x, y);
  },
  '>=': (a, b, slow, span) => (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') return x >= y;
    frame.at = span;
    return slow(frame, x, y);
  },
  '==': (a, b, slow, span) => (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') return x === y;
    frame.at = span;
    return slow(frame, x, y);
  },
  '!=': (a, b, slow, span) => (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') return x !== y;
    frame.at = span;
    return slow(frame, x, y);
  },
  is: (a, b) => (frame) => {
    const x = a(frame);
    return x === b(frame);
  },
  'is not': (a, b) => (frame) => {
    const x = a(frame);
    return x !== b(frame);
  },
};
