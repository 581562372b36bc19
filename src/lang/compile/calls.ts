// Calls. A call is an instruction; callee and arguments are read by closures when it runs, callee
// first. The commonest shape (a function of the program with just its positional arguments) puts
// them straight into the slots of the new frame.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { callInPlace, callValue, start, startAwaited } from '../machine/calls.ts';
import type { Frame, Operation } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { getAttribute, getMethod } from '../objects/attributes.ts';
import { isCallable } from '../objects/callable.ts';
import { Dict } from '../objects/dict.ts';
import { toArray, toList } from '../objects/iteration.ts';
import { qualnameOf, str } from '../objects/repr.ts';
import { specialOf } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import type { Call, Expression } from '../tree.ts';
import { BoundMethod, PyClass, Tuple } from '../values.ts';
import { attributeNote, callNote } from './access-notes.ts';
import { adoptedArguments, afterCall } from './adopting.ts';
import type { Context } from './context.ts';
import { drawnArguments } from './drawn-durations.ts';
import { isInPlace } from './effects.ts';
import { mappingPairs } from './expressions.ts';
import { plainMethodCall } from './method-calls.ts';
import { computed, type Operand, temporary } from './operand.ts';

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
  const callee = parts[0];
  const args = parts.slice(1, 1 + node.args.length);
  const keywords = keywordArguments(node, parts.slice(1 + node.args.length));
  const after = afterCall(c, node);
  if (c.module.tellsAccesses) return notedInPlace(c, node, { callee, args, keywords });
  return computed((frame) => {
    const fn = callee.read(frame);
    const values = new Array<unknown>(args.length);
    for (let i = 0; i < args.length; i++) values[i] = args[i].read(frame);
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

interface InPlaceParts {
  readonly callee: Operand;
  readonly args: readonly Operand[];
  readonly keywords: KeywordArguments | null;
}

/** As `inPlace`, for code that tells of it. */
function notedInPlace(c: Context, node: Call, { callee, args, keywords }: InPlaceParts): Operand {
  const after = afterCall(c, node);
  const note = callNote(c, node);
  const { span } = node;
  return computed((frame) => {
    const fn = callee.read(frame);
    const values = args.map((arg) => arg.read(frame));
    const named = keywords === null ? null : keywords(frame, fn);
    note?.(frame, fn, values, named);
    frame.at = span;
    try {
      return callInPlace(frame, fn, values, named);
    } finally {
      after?.(frame, values[0]);
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
  for (const drawn of drawnArguments(node)) c.drawn.add(drawn);
  if (callee.kind === 'Attribute' && !node.args.some((arg) => c.hoists(unstarred(arg)))) {
    const name = c.mangle(callee.name);
    emitMethodCall(c, node, callee.value, name, { slot, awaited });
    return;
  }
  const parts = partsOf(c, node, callee);
  const note = callNote(c, node);
  const isPlain = node.keywords.length === 0 && !hasStar(node) && note === null;
  if (isPlain) {
    const result = { slot, awaited };
    c.builder.emit(node.span, (pc) => plainCall(parts.callee, parts.args, result, pc + 1));
    return;
  }
  const { evaluate } = parts.callee;
  const args = positionalArguments(node, parts.args);
  const keywords = keywordArguments(node, parts.keywords);
  c.builder.emit(node.span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const fn = evaluate(frame);
      const values = args(frame, fn);
      const named = keywords === null ? null : keywords(frame, fn);
      note?.(frame, fn, values, named);
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
  if (!hasStar(node)) {
    return (frame) => {
      const values = new Array<unknown>(operands.length);
      for (let i = 0; i < operands.length; i++) values[i] = operands[i].read(frame);
      return values;
    };
  }
  const stars = node.args.map((arg) => arg.kind === 'Starred');
  const isAlone = stars.length === 1;
  return (frame, callee) => {
    const values: unknown[] = [];
    operands.forEach((operand, index) => {
      const value = operand.read(frame);
      if (!stars[index]) values.push(value);
      else for (const item of opened(frame, isAlone ? callee : null, value)) values.push(item);
    });
    return values;
  };
}

/** The items of `*value`; `callee` is told of where it gets no other positional argument. */
function opened(frame: Frame, callee: unknown, value: unknown): readonly unknown[] {
  frame.at = null;
  if (!frame.machine.objects.isIterable(value) && specialOf(value, '__iter__') !== null) {
    const place = callee === null ? 'Value' : `${shown(frame, callee)} argument`;
    throw new PyTypeError(`${place} after * must be an iterable, not ${typeName(value)}`);
  }
  return callee === null ? toList(frame.machine, value) : toArray(frame.machine, value);
}

/** `__main__.f()`; what has no name is shown itself. Source: _PyObject_FunctionStr. */
function shown(frame: Frame, callee: unknown): string {
  const target = callee instanceof BoundMethod ? callee.callee : callee;
  const isOwn =
    target instanceof PyFunction || (target instanceof PyClass && target.module === '__main__');
  if (isOwn) return `__main__.${target.qualname}()`;
  const name = isCallable(target) ? qualnameOf(target) : '?';
  return name === '?' ? str(frame.machine, callee) : `${name}()`;
}

function keywordArguments(node: Call, operands: readonly Operand[]): KeywordArguments | null {
  if (node.keywords.length === 0) return null;
  const names = node.keywords.map((keyword) => keyword.name);
  const parts = operands.map((operand) => operand.evaluate);
  return (frame, callee) => {
    const named = new Map<string, unknown>();
    const add = (name: unknown, value: unknown): void => {
      if (named.has(name as string)) {
        const text = str(frame.machine, name);
        throw new PyTypeError(
          `${shown(frame, callee)} got multiple values for keyword argument '${text}'`,
        );
      }
      named.set(name as string, value);
    };
    names.forEach((name, index) => {
      const value = parts[index](frame);
      if (name === null) openMapping(frame, callee, value, add);
      else add(name, value);
    });
    // Names that are given twice are noticed first.
    for (const name of named.keys()) {
      if (typeof name !== 'string') throw new PyTypeError('keywords must be strings');
    }
    return named;
  };
}

function openMapping(
  frame: Frame,
  callee: unknown,
  value: unknown,
  add: (name: unknown, value: unknown) => void,
): void {
  frame.at = null;
  if (!isMapping(frame, value)) {
    throw new PyTypeError(
      `${shown(frame, callee)} argument after ** must be a mapping, not ${typeName(value)}`,
    );
  }
  for (const [key, item] of mappingPairs(frame, value)) add(key, item);
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

/** Where the result of a call goes: its slot, and that of the `await` after it (-1 for none). */
interface Result {
  readonly slot: number;
  readonly awaited: number;
}

/**
 * A call with positional arguments only. Few of them get operations of their own: a loop that
 * reads arguments into the slots of a new frame is slower by a sixth of the whole call.
 */
function plainCall(
  callee: Operand,
  args: readonly Operand[],
  result: Result,
  next: number,
): Operation {
  if (args.length === 0) return callWithNone(callee, result, next);
  if (args.length === 1) return callWithOne(callee, args[0], result, next);
  if (args.length === 2) return callWithTwo(callee, args[0], args[1], result, next);
  return (frame) => {
    const fn = callee.read(frame);
    const values = new Array<unknown>(args.length);
    for (let i = 0; i < args.length; i++) values[i] = args[i].read(frame);
    frame.at = null;
    return callValue(frame, fn, values, null, result.slot, next);
  };
}

function callWithNone(callee: Operand, result: Result, next: number): Operation {
  return (frame) => {
    const fn = callee.read(frame);
    frame.at = null;
    if (fn instanceof PyFunction && fn.code.simpleArity === 0) {
      return begin(frame, fn, fn.code.template.slice(), result, next);
    }
    return callValue(frame, fn, [], null, result.slot, next);
  };
}

function callWithOne(callee: Operand, arg: Operand, result: Result, next: number): Operation {
  return (frame) => {
    const fn = callee.read(frame);
    const value = arg.read(frame);
    frame.at = null;
    if (fn instanceof PyFunction && fn.code.simpleArity === 1) {
      const slots = fn.code.template.slice();
      slots[0] = value;
      return begin(frame, fn, slots, result, next);
    }
    return callValue(frame, fn, [value], null, result.slot, next);
  };
}

function callWithTwo(
  callee: Operand,
  first: Operand,
  second: Operand,
  result: Result,
  next: number,
): Operation {
  return (frame) => {
    const fn = callee.read(frame);
    const a = first.read(frame);
    const b = second.read(frame);
    frame.at = null;
    if (fn instanceof PyFunction && fn.code.simpleArity === 2) {
      const slots = fn.code.template.slice();
      slots[0] = a;
      slots[1] = b;
      return begin(frame, fn, slots, result, next);
    }
    return callValue(frame, fn, [a, b], null, result.slot, next);
  };
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

function emitMethodCall(
  c: Context,
  node: Call,
  receiver: Expression,
  name: string,
  result: Result,
): void {
  const { slot, awaited } = result;
  const parts = partsOf(c, node, receiver);
  const object = parts.callee;
  const { span } = node.callee;
  const note = callNote(c, node);
  const look = attributeNote(c, node.callee, false);
  if (node.keywords.length === 0 && !hasStar(node) && note === null) {
    c.builder.emit(node.span, (pc) =>
      plainMethodCall(object, name, parts.args, slot, pc + 1, span, awaited),
    );
    return;
  }
  const args = positionalArguments(node, parts.args);
  const keywords = keywordArguments(node, parts.keywords);
  c.builder.emit(node.span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const self = object.read(frame);
      look?.(frame, self, name);
      frame.at = span;
      const method = getMethod(self, name);
      const fn = method === undefined ? getAttribute(frame.machine, self, name) : method;
      const values = args(frame, fn);
      if (method !== undefined) values.unshift(self);
      const named = keywords === null ? null : keywords(frame, fn);
      note?.(frame, fn, values, named);
      frame.at = null;
      return callValue(frame, fn, values, named, slot, next);
    };
  });
}
