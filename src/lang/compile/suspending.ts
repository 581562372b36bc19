// `await`, `yield` and `yield from`: instructions at which a frame waits.

import { Coroutine } from '../../asyncio/coroutines.ts';
import { StopIteration } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { AsyncGeneratorStep } from '../machine/async-generator.ts';
import { awaitValue, type Receiver } from '../machine/awaiting.ts';
import { NextOrDefault } from '../machine/builtins.ts';
import { ASYNC_GENERATOR, ITEM, YIELD } from '../machine/frame.ts';
import { nextItem, PyGenerator } from '../machine/generator.ts';
import { pushGenerator } from '../machine/iterating.ts';
import { abandon } from '../machine/ownership.ts';
import { getAttribute } from '../objects/attributes.ts';
import { iterate, iteratorObject } from '../objects/iteration.ts';
import type { Await, Call, Yield, YieldFrom } from '../tree.ts';
import { adoption } from './adopting.ts';
import { Label } from './builder.ts';
import { callInto } from './calls.ts';
import type { Context } from './context.ts';
import { constant, type Operand, temporary } from './operand.ts';
import { ASYNC_STEPS } from './owned-names.ts';

/** Emits `slot = await value`. */
export function awaitInto(c: Context, node: Await, slot: number): void {
  if (node.value.kind === 'Call') {
    const made = c.builder.temporary();
    callInto(c, node.value, made, slot);
    emitAwait(c, node.span, temporary(made), slot);
    emitStepped(c, node.value, made);
    return;
  }
  emitAwait(c, node.span, c.expression(node.value), slot);
}

/** `await anext(numbers())`: after the step nobody knows the generator. */
function emitStepped(c: Context, { callee, args, span }: Call, made: number): void {
  const isMethod = callee.kind === 'Attribute' && ASYNC_STEPS.has(callee.name);
  const stepped = isMethod ? callee.value : args[0];
  if (!isMethod && (callee.kind !== 'Name' || callee.id !== 'anext')) return;
  const adopt = stepped === undefined ? null : adoption(c, stepped);
  if (adopt === null) return;
  c.act(span, (frame) => {
    const awaited = frame.slots[made];
    const step = awaited instanceof NextOrDefault ? awaited.item : awaited;
    if (!(step instanceof AsyncGeneratorStep)) return;
    adopt(frame, step.generator);
    abandon(step.generator);
  });
}

/** Emits an await of an operand. */
export function emitAwait(
  c: Context,
  span: Span,
  operand: Operand,
  slot: number,
  receiver: Receiver | null = null,
): void {
  c.builder.emit(span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const value = operand.read(frame);
      frame.at = null;
      return awaitValue(frame, value, slot, next, receiver);
    };
  });
}

/** Emits `slot = yield value`. */
export function yieldInto(c: Context, node: Yield, slot: number): void {
  const operand = node.value === null ? constant(null) : c.expression(node.value);
  emitYield(c, node.span, operand, slot);
}

export function emitYield(c: Context, span: Span, operand: Operand, slot: number): void {
  const answer = c.role === ASYNC_GENERATOR ? ITEM : YIELD;
  c.builder.emit(span, () => (frame) => {
    frame.machine.value = operand.read(frame);
    frame.at = null;
    frame.target = slot;
    return answer;
  });
}

/**
 * Emits `slot = yield from value`. What is sent in and what the iterator gives share a temporary.
 */
export function yieldFromInto(c: Context, node: YieldFrom, slot: number): void {
  const { span } = node;
  const { evaluate } = c.expression(node.value);
  const iterator = c.builder.temporary();
  const passed = c.builder.temporary();
  c.act(span, (frame) => {
    const value = evaluate(frame);
    frame.at = null;
    const { machine } = frame;
    if (value instanceof PyGenerator || value instanceof Coroutine) frame.slots[iterator] = value;
    else frame.slots[iterator] = iteratorObject(iterate(machine, value));
    frame.slots[passed] = null;
  });
  const [again, end] = [new Label(), new Label()];
  c.builder.place(again);
  c.builder.emit(span, (pc) => {
    const [next, out] = [pc + 1, end.pc];
    return (frame) => {
      const source = frame.slots[iterator];
      const sent = frame.slots[passed];
      frame.at = null;
      frame.exit = out;
      if (source instanceof PyGenerator) {
        const answer = pushGenerator(frame, source, sent, passed, out);
        return answer;
      }
      return sendInto(frame, source, sent, passed, next, out);
    };
  });
  c.builder.delegating.set(c.builder.pc, iterator);
  c.builder.emit(span, () => (frame) => {
    frame.machine.value = frame.slots[passed];
    frame.target = passed;
    return YIELD;
  });
  c.builder.jump(span, again);
  c.builder.place(end);
  c.store(temporary(passed), slot, span);
}

/** Resumes an iterator that is no generator of the program. */
function sendInto(
  frame: Parameters<typeof awaitValue>[0],
  source: unknown,
  sent: unknown,
  passed: number,
  next: number,
  out: number,
): number {
  const { machine, slots } = frame;
  try {
    slots[passed] =
      sent === null
        ? nextItem(machine, source)
        : machine.call(getAttribute(machine, source, 'send'), [sent]);
    return next;
  } catch (error) {
    if (!(error instanceof StopIteration)) throw error;
    slots[passed] = error.value;
    return out;
  }
}
