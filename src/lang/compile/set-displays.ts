// Displays of sets. CPython makes one of three or more constants by way of a frozenset that is kept
// with the code: an empty set takes over its members in the order of its table, which is not always
// the order that adding them one by one would give. A loop over such a display walks the frozenset.
// Source: CPython Python/flowgraph.c (optimize_lists_and_sets).

import type { Frame } from '../machine/frame.ts';
import { PySet } from '../objects/set.ts';
import { type Source, sourceOf } from '../objects/set-methods.ts';
import type { Expression } from '../tree.ts';
import type { Context } from './context.ts';
import { computed, type Evaluate, type Operand } from './operand.ts';

const FEWEST = 3;

/** A set of the items that `evaluate` gives for `elements`. */
export function setDisplay(
  c: Context,
  node: { readonly elements: readonly Expression[] },
  evaluate: Evaluate,
): Operand {
  const make = (frame: Frame): PySet =>
    new PySet(frame.machine, evaluate(frame) as readonly unknown[]);
  const { elements } = node;
  const isKept = elements.length >= FEWEST && elements.every(isConstant) && !c.walked.has(elements);
  if (!isKept) return computed(make);
  return computed((frame) => {
    const set = new PySet(frame.machine);
    set.update(make(frame));
    return set;
  });
}

/** `*value` in a display. */
function opened(frame: Frame, value: unknown): Source {
  return sourceOf(frame.machine, value);
}

/**
 * A display with `*values` in it: what stands before the first of them is put in when all of it is
 * known, each of the others at once, as `update` does it.
 */
export function starredSet(c: Context, elements: readonly Expression[]): Operand {
  const inner = elements.map((each) => (each.kind === 'Starred' ? each.value : each));
  const stars = elements.map(({ kind }) => kind === 'Starred');
  const operands = c.operands(inner, (index) => (stars[index] ? opened : null));
  const first = stars.indexOf(true);
  return computed((frame) => {
    const before = operands.slice(0, first).map((operand) => operand.read(frame));
    const set = new PySet(frame.machine, before);
    for (let index = first; index < operands.length; index++) {
      const value = operands[index].read(frame);
      frame.at = inner[index].span;
      if (stars[index]) set.update(opened(frame, value));
      else set.add(value);
    }
    return set;
  });
}

/** What a loop walks over. */
export function walkedExpression(c: Context, iterable: Expression): Operand {
  if (iterable.kind === 'Set') c.walked.add(iterable.elements);
  return c.expression(iterable);
}

/** Whether its value is known when the program is compiled. */
function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return node.operator !== 'not' && isConstant(node.operand);
    case 'BinOp':
      return isConstant(node.left) && isConstant(node.right);
    case 'Tuple':
      return node.elements.every(isConstant);
    default:
      return false;
  }
}
