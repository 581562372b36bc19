// `while`, `for` and `async for`. The head of a loop, where every round passes, charges the round's
// operations and is where a step that never ends is preempted. It stands after the body, so that a
// round needs no jump back; that of `async for`, which takes several instructions, stands before.
// An iterator that only its loop knows is ended when the loop is left early, as CPython's reference
// counts do. Source: CPython Python/codegen.c (codegen_for, codegen_async_for), Python/bytecodes.c
// (FOR_ITER).

import { PyTypeError, StopAsyncIteration } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { nextStep, PyAsyncGenerator } from '../machine/async-generator.ts';
import { type Frame, type Operation, PREEMPT } from '../machine/frame.ts';
import { PyGenerator } from '../machine/generator.ts';
import { cursorOf, ListCursor, nextOf, pushGenerator, RangeCursor } from '../machine/iterating.ts';
import { STOP } from '../objects/iterator.ts';
import { callFound } from '../objects/special.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import type { Expression, For, While } from '../tree.ts';
import { noteStep, walkNote } from './access-notes.ts';
import { adoptIterator, adoption, letsGo, mayOwn } from './adopting.ts';
import { branch, condition, holds } from './branching.ts';
import { Label } from './builder.ts';
import type { Block, Context } from './context.ts';
import { localSlot } from './names.ts';
import { computed, temporary } from './operand.ts';
import { walkedExpression } from './set-displays.ts';
import { emitAwait } from './suspending.ts';
import { assign } from './targets.ts';

export function compileWhile(c: Context, node: While): void {
  const [head, body, end] = [new Label(), new Label(), new Label()];
  const { builder } = c;
  const start = builder.pc;
  builder.jump(node.test.span, head);
  builder.place(body);
  c.within(loopBlock(c, head, end, null), () => c.statements(node.body));
  builder.place(head);
  emitHead(c, node, body, () => end.pc - start);
  c.statements(node.orelse);
  builder.place(end);
}

/**
 * The test and the charge of a round in one instruction where the test allows it: on to the body,
 * or to what comes next.
 */
function emitHead(c: Context, node: While, body: Label, costOf: () => number): void {
  const { span } = node.test;
  const isAlways = node.test.kind === 'Constant' && node.test.value === true;
  const isHoisted = !isAlways && c.hoists(node.test);
  const test = isAlways || isHoisted ? null : condition(c, node.test);
  c.builder.emit(span, (pc) => {
    const next = pc + 1;
    const round = isHoisted ? next : body.pc;
    const cost = costOf();
    return (frame) => {
      const { machine } = frame;
      if (machine.fuel < 0 && machine.exhausted()) return PREEMPT;
      machine.fuel -= cost;
      return test === null || holds(frame, test) ? round : next;
    };
  });
  if (isHoisted) branch(c, node.test, false, body);
}

/** The block of a loop; `cursor` is the slot of an iterator to be ended, null for none. */
function loopBlock(c: Context, head: Label, end: Label, cursor: DropCursor | null): Block {
  const { builder } = c;
  const [handler, handling] = [builder.handler, builder.handling];
  const outerHandler = cursor === null ? handler : cursor.outerHandler;
  return {
    loop: {
      onBreak: (span) => {
        builder.handler = outerHandler;
        if (cursor !== null) cursor.emit(span);
        builder.jump(span, end);
      },
      onContinue: (span) => {
        builder.handler = handler;
        builder.handling = handling;
        builder.jump(span, head);
      },
    },
    leave: (span) => {
      builder.handler = outerHandler;
      builder.handling = handling;
      if (cursor !== null) cursor.emit(span);
    },
  };
}

/** Ends an unnamed iterator. */
interface DropCursor {
  readonly outerHandler: number;
  emit(span: Span): void;
}

export function compileFor(c: Context, node: For): void {
  const { builder } = c;
  const cursor = builder.temporary();
  const [head, body, otherwise, end] = [new Label(), new Label(), new Label(), new Label()];
  if (node.isAsync) emitAsyncIterator(c, node.iterable, cursor);
  else emitIterator(c, node.iterable, cursor);
  const drops = mayOwn(c, node.iterable);
  const error = drops ? builder.temporary() : -1;
  const cleanup = new Label();
  const outerHandler = builder.handler;
  const drop: DropCursor | null = drops
    ? { outerHandler, emit: (span) => emitDrop(c, node.iterable, cursor, span) }
    : null;
  if (drops) builder.handler = builder.addHandler(cleanup, error);
  const emitBody = (): void => {
    c.within(loopBlock(c, head, end, drop), () => c.statements(node.body));
  };
  if (node.isAsync) {
    builder.place(head);
    emitNextAsync(c, node, cursor, otherwise);
    emitBody();
  } else {
    const start = builder.pc;
    builder.jump(node.target.span, head);
    builder.place(body);
    emitBody();
    builder.place(head);
    // The jump at the start is not paid for: it is not part of a round.
    emitNext(c, node, cursor, { body, exit: otherwise, cost: () => end.pc - start - 1 });
  }
  builder.handler = outerHandler;
  builder.jump(node.target.span, node.isAsync ? head : body);
  if (drops) emitCleanup(c, cleanup, node.iterable, cursor, error);
  builder.place(otherwise);
  if (node.isAsync || node.iterable.kind === 'Call') drop?.emit(node.iterable.span);
  c.statements(node.orelse);
  builder.place(end);
}

export function emitDrop(c: Context, iterable: Expression, cursor: number, span: Span): void {
  const letGo = letsGo(iterable);
  c.act(span, (frame) => {
    frame.at = null;
    const iterator = frame.slots[cursor];
    frame.slots[cursor] = null;
    letGo(iterator);
  });
}

/** Errors that leave the loop end its iterator on their way. */
export function emitCleanup(
  c: Context,
  label: Label,
  iterable: Expression,
  cursor: number,
  error: number,
): void {
  const letGo = letsGo(iterable);
  c.builder.place(label);
  c.builder.emit(iterable.span, () => (frame) => {
    const thrown = frame.slots[error];
    const iterator = frame.slots[cursor];
    frame.slots[cursor] = null;
    letGo(iterator);
    frame.machine.isReraising = true;
    frame.machine.raised = thrown;
    throw thrown;
  });
}

/** Emits `cursor = iter(iterable)`. */
export function emitIterator(c: Context, iterable: Expression, cursor: number): void {
  const { evaluate } = walkedExpression(c, iterable);
  const adopt = adoption(c, iterable);
  const note = walkNote(c);
  c.act(iterable.span, (frame) => {
    const value = evaluate(frame);
    frame.at = null;
    const iterator = cursorOf(frame.machine, value);
    frame.slots[cursor] = iterator;
    note?.(frame, iterator, value);
    if (adopt !== null) adopt(frame, value);
    adoptIterator(iterator, value);
  });
}

/** Where the head of a loop leads. */
interface Round {
  /** Where the body begins; null for right after the head. */
  readonly body: Label | null;
  /** Where to go when there are no more items. */
  readonly exit: Label;
  /** The operations that a round costs, once all labels are placed. */
  readonly cost: () => number;
}

/** Emits the head of a loop: the next item goes to the target. What follows goes to the body. */
export function emitNext(
  c: Context,
  { target, iterable }: { readonly target: Expression; readonly iterable: Expression },
  cursor: number,
  { body, exit, cost }: Round,
): void {
  const direct = target.kind === 'Name' ? localSlot(c, target.id) : -1;
  const held = c.builder.temporary();
  c.builder.emit(iterable.span, (pc) => {
    const next = direct < 0 ? pc + 1 : (body?.pc ?? pc + 2);
    const plan = { cursor, direct, held, next, exit: exit.pc, cost: cost() };
    return noteStep(c, cursor, iterable.span, forNext(plan));
  });
  assign(c, target, temporary(held), target.span);
}

interface NextPlan {
  readonly cursor: number;
  /** The loop variable's slot, where it is a local; else -1. */
  readonly direct: number;
  /** Where an item goes that the next instruction stores. */
  readonly held: number;
  /** Where it goes on with an item. */
  readonly next: number;
  readonly exit: number;
  readonly cost: number;
}

function forNext({ cursor, direct, held, next, exit, cost }: NextPlan): Operation {
  const slot = direct >= 0 ? direct : held;
  return (frame) => {
    const { machine, slots } = frame;
    if (machine.fuel < 0 && machine.exhausted()) return PREEMPT;
    machine.fuel -= cost;
    const walker = slots[cursor];
    if (walker instanceof RangeCursor) {
      if (walker.left === 0) return exit;
      walker.left--;
      const value = walker.next;
      walker.next = value + walker.step;
      slots[slot] = value;
      return next;
    }
    if (walker instanceof ListCursor) {
      if (walker.index >= walker.items.length) return exit;
      slots[slot] = walker.items[walker.index++];
      return next;
    }
    frame.at = null;
    if (walker instanceof PyGenerator) return pushGenerator(frame, walker, null, held, exit);
    const item = nextOf(walker);
    if (item === STOP) return exit;
    slots[slot] = item;
    return next;
  };
}

/** Emits `cursor = aiter(iterable)`. Source: GET_AITER. */
export function emitAsyncIterator(c: Context, iterable: Expression, cursor: number): void {
  const { evaluate } = walkedExpression(c, iterable);
  const adopt = adoption(c, iterable);
  c.act(iterable.span, (frame) => {
    const value = evaluate(frame);
    frame.at = null;
    const iterator = asyncIterator(frame, value);
    frame.slots[cursor] = iterator;
    if (adopt !== null) adopt(frame, value);
    adoptIterator(iterator, value);
  });
}

function asyncIterator(frame: Frame, value: unknown): unknown {
  if (value instanceof PyAsyncGenerator) return value;
  const method = typeOf(value).lookup('__aiter__');
  if (method === undefined) {
    throw new PyTypeError(
      `'async for' requires an object with __aiter__ method, got ${typeName(value)}`,
    );
  }
  const iterator = callFound(frame.machine, method, value, []);
  if (iterator instanceof PyAsyncGenerator) return iterator;
  if (typeOf(iterator).lookup('__anext__') === undefined) {
    throw new PyTypeError(
      "'async for' received an object from __aiter__ that does not implement __anext__: " +
        typeName(iterator),
    );
  }
  return iterator;
}

/** What `__anext__()` of an asynchronous iterator gives. */
function asyncNext(frame: Frame, iterator: unknown): unknown {
  if (iterator instanceof PyAsyncGenerator) return nextStep(iterator);
  const method = typeOf(iterator).lookup('__anext__');
  return callFound(frame.machine, method, iterator, []);
}

/**
 * Emits the head of an `async for`: StopAsyncIteration while the next item is awaited ends the
 * loop.
 */
export function emitNextAsync(
  c: Context,
  node: { readonly target: Expression; readonly iterable: Expression },
  cursor: number,
  exit: Label,
): void {
  const { builder } = c;
  const item = builder.temporary();
  const error = builder.temporary();
  const [stopped, store] = [new Label(), new Label()];
  const outer = builder.handler;
  const { span } = node.iterable;
  chargeRound(c, span);
  builder.handler = builder.addHandler(stopped, error);
  const receiver = (type: string): string =>
    `'async for' received an invalid object from __anext__: ${type}`;
  const awaited = computed((frame) => asyncNext(frame, frame.slots[cursor]));
  emitAwait(c, span, awaited, item, receiver);
  builder.handler = outer;
  builder.jump(span, store);
  builder.place(stopped);
  builder.emit(span, () => {
    const out = exit.pc;
    return (frame) => {
      const thrown = frame.slots[error];
      frame.slots[error] = null;
      if (thrown instanceof StopAsyncIteration) return out;
      frame.machine.isReraising = true;
      frame.machine.raised = thrown;
      throw thrown;
    };
  });
  builder.place(store);
  assign(c, node.target, temporary(item), node.target.span);
}

/**
 * Emits the charge of one round of a loop that does not know its length. As in all loops it is
 * asked for first and paid then: a round that costs more than a slice gets on all the same.
 */
function chargeRound(c: Context, span: Span): void {
  c.builder.emit(span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const { machine } = frame;
      if (machine.fuel < 0 && machine.exhausted()) return PREEMPT;
      machine.fuel -= 8;
      return next;
    };
  });
}

/** `break` and `continue`: the nearest loop's, after what is in between has been left. */
export function compileJump(c: Context, kind: 'Break' | 'Continue', span: Span): void {
  let depth = c.blocks.length - 1;
  while (c.blocks[depth].loop === null) depth--;
  const { loop } = c.blocks[depth];
  c.leaveTo(depth + 1, span, () => {
    if (kind === 'Break') loop?.onBreak(span);
    else loop?.onContinue(span);
  });
}
