// Conditions: tests that jump. `and`, `or`, `not` and comparisons become jumps where their parts
// need instructions, else one closure that answers with a boolean.

import type { Frame } from '../machine/frame.ts';
import { truthy } from '../objects/truth.ts';
import type { Compare, Expression } from '../tree.ts';
import { compareClosure } from './arithmetic.ts';
import { type Evaluate, Label } from './builder.ts';
import type { Context, Operand } from './context.ts';

export type Test = (frame: Frame) => boolean;

/** The truth of an operand. */
export function testOf(evaluate: Evaluate): Test {
  return (frame) => {
    const value = evaluate(frame);
    if (value === true) return true;
    if (value === false) return false;
    return truthy(frame.machine, value);
  };
}

/** The truth of an expression that needs no instructions. */
export function pureTest(c: Context, node: Expression): Test {
  if (node.kind === 'UnaryOp' && node.operator === 'not') {
    const test = pureTest(c, node.operand);
    return (frame) => !test(frame);
  }
  if (node.kind === 'BoolOp') {
    const tests = node.values.map((value) => pureTest(c, value));
    if (tests.length === 2) {
      const [first, second] = tests;
      return node.operator === 'and'
        ? (frame) => first(frame) && second(frame)
        : (frame) => first(frame) || second(frame);
    }
    return node.operator === 'and'
      ? (frame) => tests.every((test) => test(frame))
      : (frame) => tests.some((test) => test(frame));
  }
  return testOf(c.expression(node).evaluate);
}

/** Emits: go on if the truth of `node` is `wanted`, else jump to `label`. */
export function branch(c: Context, node: Expression, wanted: boolean, label: Label): void {
  if (!c.hoists(node)) {
    emitTest(c, node, pureTest(c, node), wanted, label);
  } else if (node.kind === 'UnaryOp' && node.operator === 'not') {
    branch(c, node.operand, !wanted, label);
  } else if (node.kind === 'BoolOp') {
    branchOnAll(c, node.values, (node.operator === 'and') === wanted, wanted, label);
  } else {
    emitTest(c, node, testOf(c.expression(node).evaluate), wanted, label);
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

function emitTest(c: Context, node: Expression, test: Test, wanted: boolean, label: Label): void {
  c.builder.emit(node.span, (pc) => {
    const next = pc + 1;
    const other = label.pc;
    return wanted
      ? (frame) => (test(frame) ? next : other)
      : (frame) => (test(frame) ? other : next);
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
    const test = testOf((frame) => frame.slots[slot]);
    emitTest(c, value, test, operator === 'and', end);
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
  const first = c.expression(node.left).evaluate;
  if (operators.length === 1) {
    return compareClosure(operators[0], first, c.expression(comparators[0]).evaluate, span);
  }
  const held = c.builder.temporary();
  const others = comparators.map((each) => c.expression(each).evaluate);
  const links = operators.map((operator, index) => {
    const right: Evaluate = (frame) => {
      const value = others[index](frame);
      frame.slots[held] = value;
      return value;
    };
    return compareClosure(operator, (frame) => frame.slots[held], right, span);
  });
  return (frame) => {
    frame.slots[held] = first(frame);
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
    c.store(computedCompare(operator, left, operand, span), slot, span);
    if (!isLast) {
      c.builder.emit(span, (pc) => {
        const next = pc + 1;
        const out = end.pc;
        const test = testOf((frame) => frame.slots[slot]);
        return (frame) => (test(frame) ? next : out);
      });
    }
    left = operand;
  });
  c.builder.place(end);
}

function computedCompare(
  operator: Compare['operators'][number],
  left: Operand,
  right: Operand,
  span: Compare['span'],
): Operand {
  const evaluate = compareClosure(operator, left.evaluate, right.evaluate, span);
  return { kind: 'expression', evaluate, slot: -1, value: undefined };
}
