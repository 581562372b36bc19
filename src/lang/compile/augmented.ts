// Augmented assignment: `x += y` changes what can be changed in place and is `x + y` otherwise. Two
// small ints are handled on the spot.

import type { Span } from '../../base/span.ts';
import { inPlace } from '../objects/in-place.ts';
import type { BinaryOperator } from '../tree.ts';
import { Float } from '../values.ts';
import type { Evaluate } from './builder.ts';
import type { Operand } from './context.ts';

const SAFE = Number.MAX_SAFE_INTEGER;

/** The new value of the target of `target operator= value`. */
export function augmentedClosure(
  operator: BinaryOperator,
  old: Operand,
  value: Operand,
  span: Span,
): Evaluate {
  const [a, b] = [old.evaluate, value.evaluate];
  if (operator === '+') return addTo(a, b, span);
  if (operator === '-') return takeFrom(a, b, span);
  return (frame) => {
    const x = a(frame);
    const y = b(frame);
    frame.at = span;
    return inPlace(frame.machine, operator, x, y);
  };
}

function addTo(a: Evaluate, b: Evaluate, span: Span): Evaluate {
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
    return inPlace(frame.machine, '+', x, y);
  };
}

function takeFrom(a: Evaluate, b: Evaluate, span: Span): Evaluate {
  return (frame) => {
    const x = a(frame);
    const y = b(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      const difference = x - y;
      if (difference <= SAFE && difference >= -SAFE) return difference;
    }
    frame.at = span;
    return inPlace(frame.machine, '-', x, y);
  };
}
