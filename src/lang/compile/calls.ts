// Calls. A call is an instruction; callee and arguments are read by closures when it runs, callee
// first. The commonest shape (a function of the program with just its positional arguments) puts
// them straight into the slots of the new frame.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { callInPlace, callValue, start, startAwaited } from '../machine/calls.ts';
import type { Frame, Operation } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { getAttribute, getMethod } from '../objects/attributes.ts';
import { Dict } from '../objects/dict.ts';
import { toArray } from '../objects/iteration.ts';
import { qualnameOf } from '../objects/repr.ts';
import { typeName } from '../objects/type-of.ts';
import type { Call, Expression } from '../tree.ts';
import { PyClass, Tuple } from '../values.ts';
import { adoptedArguments, afterCall } from './adopting.ts';
import type { Evaluate } from './builder.ts';
import { type Context, computed, type Operand, temporary } from './context.ts';
import { isInPlace } from './effects.ts';
import { mappingPairs } from './expressions.ts';
import { plainMethodCall } from './method-calls.ts';

type KeywordArguments = (frame: Frame, callee: unknown) => Map<string, unknown>;
type Arguments = (frame: Frame, callee: unknown) => unknown[];

/** A call as an operand: its value is in a temporary, or it is made in place. */
export function compileCall(c: Context, node: Call): Operand {
  if (isInPlace(node, c.scope)) return inPlace(c, node);
  const slot = c.builder.temporary();
  callInto(c, node, slot);
  return temporary(slot);
}

function inPlace(c: Context, node: Call): Operand {
  const { span } = node;
  const parts = c.operands([node.callee, ...node.args, ...node.keywords.map((each) => each.value)]);
  const callee = parts[0].evaluate;
  const args = parts.slice(1, 1 + node.args.length).map((part) => part.evaluate);
  const keywords = keywordArguments(node, parts.slice(1 + node.args.length));
  const after = afterCall(c, node);
  return computed((frame) => {
    const fn = callee(frame);
    const values = new Array<unknown>(args.length);
    for (let i = 0; i < args.length; i++) values[i] = args[i](frame);
    const named = keywords === null ? null : keywords(frame, fn);
    frame.at = span;
    if (after === null) return callInPlace(frame, fn, values, named);
    const [first] = values;
    try {
      return callInPlace(frame, fn, values, named);
    } finally {
      after(frame, first);
    }
  });
}

/**
 * Emits a call whose result goes into `slot`. Where the next instruction is to await it, `awaited`
 * is the slot for what that gives.
 */
export function callInto(c: Context, node: Call, slot: number, awaited = -1): void {
  if (isInPlace(node, c.scope)) {
    c.store(inPlace(c, node), slot, node.span);
    return;
  }
  const { callee } = node;
  if (callee.kind === 'Attribute' && !node.args.some((arg) => c.hoists(unstarred(arg)))) {
    const name = c.mangle(callee.name);
    emitMethodCall(c, node, callee.value, name, { slot, awaited });
    return;
  }
  const parts = partsOf(c, node, callee);
  const isPlain = node.keywords.length === 0 && !hasStar(node);
  if (isPlain && node.args.length <= 3) {
    const args = parts.args.map((part) => part.evaluate);
    emitPlainCall(c, node.span, parts.callee.evaluate, args, { slot, awaited });
    return;
  }
  const evaluate = parts.callee.evaluate;
  const args = positionalArguments(node, parts.args);
  const keywords = keywordArguments(node, parts.keywords);
  c.builder.emit(node.span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const fn = evaluate(frame);
      const values = args(frame, fn);
      const named = keywords === null ? null : keywords(frame, fn);
      frame.at = null;
      return callValue(frame, fn, values, named, slot, next);
    };
  });
}

function unstarred(node: Expression): Expression {
  return node.kind === 'Starred' ? node.value : node;
}

interface CallParts {
  readonly callee: Operand;
  readonly args: readonly Operand[];
  readonly keywords: readonly Operand[];
}

function partsOf(c: Context, node: Call, callee: Expression): CallParts {
  const args = node.args.map(unstarred);
  const values = node.keywords.map((keyword) => keyword.value);
  const isStar = [false, ...node.args.map((arg) => arg.kind === 'Starred')];
  const isMap = [...isStar.map(() => false), ...node.keywords.map(({ name }) => name === null)];
  const operands = c.operands([callee, ...args, ...values], (index) => {
    if (isStar[index]) return openedEarly;
    return isMap[index] ? copiedEarly : null;
  });
  return {
    callee: operands[0],
    args: adoptedArguments(c, node, operands.slice(1, 1 + args.length)),
    keywords: operands.slice(1 + args.length),
  };
}

/** What is no iterable is refused later, where the callee is known. */
function openedEarly(frame: Frame, value: unknown): unknown {
  if (!frame.machine.objects.isIterable(value)) return value;
  return new Tuple(toArray(frame.machine, value));
}

function copiedEarly(_frame: Frame, value: unknown): unknown {
  return value instanceof Dict ? value.copy() : value;
}

function hasStar(node: Call): boolean {
  return node.args.some((arg) => arg.kind === 'Starred');
}

function positionalArguments(node: Call, operands: readonly Operand[]): Arguments {
  const parts = operands.map((operand) => operand.evaluate);
  if (!hasStar(node)) {
    return (frame) => {
      const values = new Array<unknown>(parts.length);
      for (let i = 0; i < parts.length; i++) values[i] = parts[i](frame);
      return values;
    };
  }
  const stars = node.args.map((arg) => arg.kind === 'Starred');
  return (frame, callee) => {
    const values: unknown[] = [];
    parts.forEach((part, index) => {
      const value = part(frame);
      if (!stars[index]) values.push(value);
      else for (const item of opened(frame, callee, value)) values.push(item);
    });
    return values;
  };
}

function opened(frame: Frame, callee: unknown, value: unknown): readonly unknown[] {
  frame.at = null;
  if (!frame.machine.objects.isIterable(value)) {
    throw new PyTypeError(
      `${shown(callee)}() argument after * must be an iterable, not ${typeName(value)}`,
    );
  }
  return toArray(frame.machine, value);
}

function shown(callee: unknown): string {
  const isOwn =
    callee instanceof PyFunction || (callee instanceof PyClass && callee.module === '__main__');
  return isOwn ? `__main__.${callee.qualname}` : qualnameOf(callee);
}

function keywordArguments(node: Call, operands: readonly Operand[]): KeywordArguments | null {
  if (node.keywords.length === 0) return null;
  const names = node.keywords.map((keyword) => keyword.name);
  const parts = operands.map((operand) => operand.evaluate);
  return (frame, callee) => {
    const named = new Map<string, unknown>();
    names.forEach((name, index) => {
      const value = parts[index](frame);
      if (name === null) openMapping(frame, callee, value, named);
      else addKeyword(callee, name, value, named);
    });
    return named;
  };
}

function addKeyword(
  callee: unknown,
  name: string,
  value: unknown,
  named: Map<string, unknown>,
): void {
  if (named.has(name)) {
    throw new PyTypeError(`${shown(callee)}() got multiple values for keyword argument '${name}'`);
  }
  named.set(name, value);
}

function openMapping(
  frame: Frame,
  callee: unknown,
  value: unknown,
  named: Map<string, unknown>,
): void {
  frame.at = null;
  if (!isMapping(frame, value)) {
    throw new PyTypeError(
      `${shown(callee)}() argument after ** must be a mapping, not ${typeName(value)}`,
    );
  }
  for (const [key, item] of mappingPairs(frame, value)) {
    if (typeof key !== 'string') throw new PyTypeError('keywords must be strings');
    addKeyword(callee, key, item, named);
  }
}

function isMapping(frame: Frame, value: unknown): boolean {
  try {
    mappingPairs(frame, value);
    return true;
  } catch (error) {
    if (error instanceof PyTypeError) return false;
    throw error;
  }
}

function emitPlainCall(
  c: Context,
  span: Span,
  callee: Evaluate,
  args: readonly Evaluate[],
  result: Result,
): void {
  const [a, b, d] = args;
  const make = [
    (next: number) => call0(callee, result, next),
    (next: number) => call1(callee, a, result, next),
    (next: number) => call2(callee, a, b, result, next),
    (next: number) => call3(callee, [a, b, d], result, next),
  ][args.length];
  c.builder.emit(span, (pc) => make(pc + 1));
}

/** Where the result of a call goes: its slot, and that of the `await` after it (-1 for none). */
interface Result {
  readonly slot: number;
  readonly awaited: number;
}

function begin(
  frame: Frame,
  fn: PyFunction,
  slots: unknown[],
  { slot, awaited }: Result,
  next: number,
): number {
  return awaited < 0
    ? start(frame, fn, slots, slot, next)
    : startAwaited(frame, fn, slots, slot, next, awaited);
}

function call0(callee: Evaluate, result: Result, next: number): Operation {
  return (frame) => {
    const fn = callee(frame);
    frame.at = null;
    if (fn instanceof PyFunction && fn.code.simpleArity === 0) {
      return begin(frame, fn, fn.code.template.slice(), result, next);
    }
    return callValue(frame, fn, [], null, result.slot, next);
  };
}

function call1(callee: Evaluate, a: Evaluate, result: Result, next: number): Operation {
  return (frame) => {
    const fn = callee(frame);
    const first = a(frame);
    frame.at = null;
    if (fn instanceof PyFunction && fn.code.simpleArity === 1) {
      const slots = fn.code.template.slice();
      slots[0] = first;
      return begin(frame, fn, slots, result, next);
    }
    return callValue(frame, fn, [first], null, result.slot, next);
  };
}

function call2(
  callee: Evaluate,
  a: Evaluate,
  b: Evaluate,
  result: Result,
  next: number,
): Operation {
  return (frame) => {
    const fn = callee(frame);
    const first = a(frame);
    const second = b(frame);
    frame.at = null;
    if (fn instanceof PyFunction && fn.code.simpleArity === 2) {
      const slots = fn.code.template.slice();
      slots[0] = first;
      slots[1] = second;
      return begin(frame, fn, slots, result, next);
    }
    return callValue(frame, fn, [first, second], null, result.slot, next);
  };
}

function call3(
  callee: Evaluate,
  args: readonly [Evaluate, Evaluate, Evaluate],
  result: Result,
  next: number,
): Operation {
  const [a, b, c] = args;
  return (frame) => {
    const fn = callee(frame);
    const values = [a(frame), b(frame), c(frame)];
    frame.at = null;
    return callValue(frame, fn, values, null, result.slot, next);
  };
}

function emitMethodCall(
  c: Context,
  node: Call,
  receiver: Expression,
  name: string,
  result: Result,
): void {
  const { slot, awaited } = result;
  const parts = partsOf(c, node, receiver);
  const object = parts.callee.evaluate;
  const { span } = node.callee;
  if (node.keywords.length === 0 && !hasStar(node)) {
    const args = parts.args.map((part) => part.evaluate);
    c.builder.emit(node.span, (pc) =>
      plainMethodCall(object, name, args, slot, pc + 1, span, awaited),
    );
    return;
  }
  const args = positionalArguments(node, parts.args);
  const keywords = keywordArguments(node, parts.keywords);
  c.builder.emit(node.span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const self = object(frame);
      frame.at = span;
      const method = getMethod(self, name);
      const fn = method === undefined ? getAttribute(frame.machine, self, name) : method;
      const values = args(frame, fn);
      if (method !== undefined) values.unshift(self);
      const named = keywords === null ? null : keywords(frame, fn);
      frame.at = null;
      return callValue(frame, fn, values, named, slot, next);
    };
  });
}
