// Conditions: tests that jump. `and`, `or`, `not` and comparisons become jumps where their parts
// need instructions, else one closure that answers with a boolean.

import type { Frame } from '../machine/frame.ts';
import { truthy } from '../objects/truth.ts';
import type { Compare, Expression } from '../tree.ts';
import { compareClosure } from './arithmetic.ts';
import { Label } from './builder.ts';
import type { Context } from './context.ts';
import { computed, type Evaluate, type Operand, temporary } from './operand.ts';

/** Whether the value of an operand is true. */
export function holds(frame: Frame, operand: Operand): boolean {
  const value = operand.read(frame);
  return value === true || (value !== false && truthy(frame.machine, value));
}

/** An operand that is as true as an expression that needs no instructions. */
export function condition(c: Context, node: Expression): Operand {
  if (node.kind === 'UnaryOp' && node.operator === 'not') {
    const inner = condition(c, node.operand);
    return computed((frame) => !holds(frame, inner));
  }
  if (node.kind === 'BoolOp') {
    const parts = node.values.map((value) => condition(c, value));
    const isAnd = node.operator === 'and';
    return computed((frame) => (isAnd ? allHold(frame, parts) : anyHolds(frame, parts)));
  }
  return c.expression(node);
}

export function allHold(frame: Frame, parts: readonly Operand[]): boolean {
  for (let i = 0; i < parts.length; i++) if (!holds(frame, parts[i])) return false;
  return true;
}

function anyHolds(frame: Frame, parts: readonly Operand[]): boolean {
  for (let i = 0; i < parts.length; i++) if (holds(frame, parts[i])) return true;
  return false;
}

/** Emits: go on if the truth of `node` is `wanted`, else jump to `label`. */
export function branch(c: Context, node: Expression, wanted: boolean, label: Label): void {
  if (!c.hoists(node)) {
    emitTest(c, node, condition(c, node), wanted, label);
  } else if (node.kind === 'UnaryOp' && node.operator === 'not') {
    branch(c, node.operand, !wanted, label);
  } else if (node.kind === 'BoolOp') {
    branchOnAll(c, node.values, (node.operator === 'and') === wanted, wanted, label);
  } else {
    emitTest(c, node, c.expression(node), wanted, label);
  }
}

/** Going on needs all of them to be `wanted`, or any one. */
function branchOnAll(
  c: Context,
  nodes: readonly Expression[],
  isAll: boolean,
  wanted: boolean,
  label: Label,
): void {
  if (isAll) {
    for (const node of nodes) branch(c, node, wanted, label);
    return;
  }
  const goOn = new Label();
  const last = nodes.length - 1;
  for (const node of nodes.slice(0, last)) branch(c, node, !wanted, goOn);
  branch(c, nodes[last], wanted, label);
  c.builder.place(goOn);
}

function emitTest(
  c: Context,
  node: Expression,
  test: Operand,
  wanted: boolean,
  label: Label,
): void {
  c.builder.emit(node.span, (pc) => {
    const next = pc + 1;
    const other = label.pc;
    return (frame) => (holds(frame, test) === wanted ? next : other);
  });
}

/** `a and b or c` as a value, into `slot`, its parts needing instructions. */
export function boolInto(
  c: Context,
  values: readonly Expression[],
  operator: 'and' | 'or',
  slot: number,
): void {
  const end = new Label();
  const last = values.length - 1;
  values.forEach((value, index) => {
    c.into(value, slot);
    if (index === last) return;
    emitTest(c, value, temporary(slot), operator === 'and', end);
  });
  c.builder.place(end);
}

/** `body if test else orelse`, into `slot`. */
export function conditionalInto(
  c: Context,
  parts: readonly [test: Expression, body: Expression, orelse: Expression],
  slot: number,
): void {
  const [test, body, orelse] = parts;
  const [otherwise, end] = [new Label(), new Label()];
  branch(c, test, true, otherwise);
  c.into(body, slot);
  c.builder.jump(body.span, end);
  c.builder.place(otherwise);
  c.into(orelse, slot);
  c.builder.place(end);
}

/** A comparison, chained or not, whose parts need no instructions. */
export function pureCompare(c: Context, node: Compare): Evaluate {
  const { operators, comparators, span } = node;
  const first = c.expression(node.left);
  if (operators.length === 1) {
    return compareClosure(operators[0], first, c.expression(comparators[0]), span);
  }
  const held = temporary(c.builder.temporary());
  const others = comparators.map((each) => c.expression(each));
  const links = operators.map((operator, index) => {
    const right = computed((frame) => {
      const value = others[index].read(frame);
      frame.slots[held.slot] = value;
      return value;
    });
    return compareClosure(operator, held, right, span);
  });
  return (frame) => {
    frame.slots[held.slot] = first.read(frame);
    let result: unknown = true;
    for (const link of links) {
      result = link(frame);
      if (result === false) return false;
      if (result !== true && !truthy(frame.machine, result)) return result;
    }
    return result;
  };
}

/** A comparison with instructions inside, into `slot`. */
export function compareInto(c: Context, node: Compare, slot: number): void {
  const { operators, comparators, span } = node;
  const end = new Label();
  const { effects } = c.module;
  let left: Operand = c.expression(node.left);
  operators.forEach((operator, index) => {
    const right = comparators[index];
    const isLast = index === operators.length - 1;
    left = c.settled(left, span, effects.of(right, c.scope));
    let operand = c.expression(right);
    if (!isLast) operand = c.saved(operand, right.span);
    c.store(computed(compareClosure(operator, left, operand, span)), slot, span);
    if (!isLast) {
      emitTest(c, node, temporary(slot), true, end);
    }
    left = operand;
  });
  c.builder.place(end);
}
