// Durations that come from a draw: an argument of a wait that is a draw of module random, or plain
// arithmetic on draws (`asyncio.sleep(base * random.uniform(0.5, 1.5))`). Where the loop's policy
// varies timing, the drawn value may be replaced by any other that the draw could have given: its
// range is computed from the parameters of the draw, which are read once more. The draw itself is
// made all the same, so the stream of random numbers goes on as it does in CPython.

import { currentLoop } from '../../asyncio/events.ts';
import { PyRandom } from '../modules/random-generator.ts';
import type { Call, Expression } from '../tree.ts';
import { BoundMethod, Builtin, Float } from '../values.ts';
import type { Context } from './context.ts';
import type { Evaluate } from './operand.ts';
import {
  constantRange,
  DRAWS,
  drawRange,
  negatedRange,
  type ValueRange,
  withOperator,
} from './value-range.ts';

/** Functions and methods whose arguments are durations, or the body of a job that waits. */
const WAITS: ReadonlySet<string> = new Set([
  'sleep',
  'timeout',
  'wait_for',
  'wait',
  'as_completed',
  'call_later',
  'run_in_executor',
  'to_thread',
]);

const OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '/']);

/** The least positive duration: the clock's resolution. A wait of 0 is another operation. */
const LEAST = 1e-9;

/** The range of an expression's value in a frame; null where it is not known. */
type Measure = (frame: Parameters<Evaluate>[0]) => ValueRange | null;

/** The arguments of a call that are durations out of a draw. */
export function drawnArguments(node: Call): Expression[] {
  const { callee } = node;
  const name = nameOf(callee);
  if (name === null || !WAITS.has(name)) return [];
  const values = [...node.args, ...node.keywords.map((keyword) => keyword.value)];
  return values.filter((value) => isDrawn(value));
}

/** Emits what may replace the value in `slot`, which the expression `node` has just given. */
export function emitDrawnDuration(c: Context, node: Expression, slot: number): void {
  const measure = measureOf(c, node);
  c.act(node.span, (frame) => {
    const loop = currentLoop();
    const choices = loop?.choices ?? null;
    if (loop === null || choices?.timing !== true) return;
    const draw = ++loop.clock.draws;
    const nominal = numberOf(frame.slots[slot]);
    const range = nominal > 0 ? measure(frame) : null;
    if (range === null) return;
    const values = range.values?.filter((value) => value > 0) ?? null;
    const least = Math.max(range.least, LEAST);
    if (!(least < range.most) || nominal < least || nominal > range.most) return;
    const seconds = choices.drawnDuration({ nominal, least, most: range.most, values, draw });
    if (seconds !== nominal) frame.slots[slot] = new Float(seconds);
  });
}

function nameOf(callee: Expression): string | null {
  if (callee.kind === 'Attribute') return callee.name;
  return callee.kind === 'Name' ? callee.id : null;
}

function isDraw(node: Expression): node is Call {
  if (node.kind !== 'Call' || node.keywords.length > 0) return false;
  const name = nameOf(node.callee);
  return name !== null && DRAWS.has(name) && isPlain(node.callee) && node.args.every(isPlain);
}

function isDrawn(node: Expression): boolean {
  if (isDraw(node)) return true;
  if (node.kind === 'UnaryOp') return node.operator === '-' && isDrawn(node.operand);
  if (node.kind !== 'BinOp' || !OPERATORS.has(node.operator)) return false;
  const { left, right } = node;
  return (isDrawn(left) && (isDrawn(right) || isPlain(right))) || (isPlain(left) && isDrawn(right));
}

/** Whether an expression may be evaluated once more: it calls nothing of the program by itself. */
function isPlain(node: Expression): boolean {
  switch (node.kind) {
    case 'Constant':
    case 'Name':
      return true;
    case 'Attribute':
      return isPlain(node.value);
    case 'Subscript':
      return isPlain(node.value) && isPlain(node.index);
    case 'UnaryOp':
      return isPlain(node.operand);
    case 'BinOp':
      return isPlain(node.left) && isPlain(node.right);
    case 'List':
    case 'Tuple':
      return node.elements.every(isPlain);
    default:
      return false;
  }
}

function measureOf(c: Context, node: Expression): Measure {
  if (isDraw(node)) return measureOfDraw(c, node);
  if (isPlain(node)) {
    const { evaluate } = c.expression(node);
    return (frame) => constantRange(numberOf(evaluate(frame)));
  }
  if (node.kind === 'UnaryOp') {
    const operand = measureOf(c, node.operand);
    return (frame) => negatedRange(operand(frame));
  }
  if (node.kind !== 'BinOp') return () => null;
  const { operator } = node;
  const [left, right] = [measureOf(c, node.left), measureOf(c, node.right)];
  return (frame) => withOperator(operator, left(frame), right(frame));
}

function measureOfDraw(c: Context, node: Call): Measure {
  const name = nameOf(node.callee) as string;
  const callee = c.expression(node.callee);
  const args = node.args.map((arg) => c.expression(arg));
  return (frame) => {
    const method = callee.evaluate(frame);
    if (!(method instanceof BoundMethod && method.self instanceof PyRandom)) return null;
    if (!(method.callee instanceof Builtin && method.callee.name === name)) return null;
    return drawRange(
      name,
      args.map((arg) => arg.evaluate(frame)),
      numberOf,
    );
  };
}

/** A number of the program as a double; NaN for anything else. */
function numberOf(value: unknown): number {
  if (value instanceof Float) return value.value;
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) : Number.NaN;
}
