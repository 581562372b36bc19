// Augmented assignment: `x += y` changes what can be changed in place and is `x + y` otherwise. Two
// small ints are handled on the spot.

import type { Span } from '../../base/span.ts';
import { inPlace } from '../objects/in-place.ts';
import type { BinaryOperator } from '../tree.ts';
import { Float } from '../values.ts';
import type { Evaluate, Operand } from './operand.ts';

const SAFE = Number.MAX_SAFE_INTEGER;

/** The new value of the target of `target operator= value`. */
export function augmentedClosure(
  operator: BinaryOperator,
  old: Operand,
  value: Operand,
  span: Span,
): Evaluate {
  if (operator === '+') return addTo(old, value, span);
  if (operator === '-') return takeFrom(old, value, span);
  return (frame) => {
    const x = old.read(frame);
    const y = value.read(frame);
    frame.at = span;
    return inPlace(frame.machine, operator, x, y);
  };
}

function addTo(old: Operand, value: Operand, span: Span): Evaluate {
  return (frame) => {
    const x = old.read(frame);
    const y = value.read(frame);
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

function takeFrom(old: Operand, value: Operand, span: Span): Evaluate {
  return (frame) => {
    const x = old.read(frame);
    const y = value.read(frame);
    if (typeof x === 'number' && typeof y === 'number') {
      const difference = x - y;
      if (difference <= SAFE && difference >= -SAFE) return difference;
    } else if (x instanceof Float && y instanceof Float) {
      return new Float(x.value - y.value);
    }
    frame.at = span;
    return inPlace(frame.machine, '-', x, y);
  };
}
