// What happens when an error leaves an instruction: it gets its context and a line of traceback,
// then goes to the handler of that instruction or out of the frame. Which exception is being
// handled at a place is known from the code alone, so entering and leaving a handler costs nothing.
// Source: CPython Python/ceval.c (exception_unwind), Python/errors.c (_PyErr_SetObject),
// traceback.c.

import { currentLoop } from '../../asyncio/events.ts';
import { setContext } from '../../asyncio/exception-context.ts';
import {
  AttributeError,
  BaseException,
  NameError,
  RecursionError,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  type TracebackEntry,
} from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { InternalError, SimulationStop } from '../../base/stop.ts';
import { ASYNC_GENERATOR, COROUTINE, type Frame, GENERATOR, JOB } from './frame.ts';

/** An object that has a frame and may be awaited by another: what `handledBy` walks along. */
interface Awaited {
  readonly frame?: Frame;
  readonly caller?: Awaited | null;
}

/**
 * The exception being handled where `frame` stands: by itself, a caller, whoever awaits it, or
 * where the loop is driven from.
 */
export function handledBy(frame: Frame | null): BaseException | null {
  for (let each = frame; each !== null; each = each.caller ?? awaiter(each)) {
    const handled = handledIn(each);
    if (handled !== null) return handled;
  }
  return currentLoop()?.handled ?? null;
}

/** The exception that a frame itself handles where it stands. */
export function handledIn(frame: Frame): BaseException | null {
  const { handlingAt, handlings } = frame.code;
  let index = handlingAt[frame.pc];
  while (index >= 0) {
    const { slot, outer } = handlings[index];
    const value = frame.slots[slot];
    if (value instanceof BaseException) return value;
    index = outer;
  }
  return null;
}

function awaiter(frame: Frame): Frame | null {
  let owner = (frame.owner as Awaited | null)?.caller ?? null;
  // A step of an asynchronous generator shows the generator's own frame.
  while (owner !== null && (owner.frame === undefined || owner.frame === frame)) {
    owner = owner.caller ?? null;
  }
  return owner?.frame ?? null;
}

/**
 * What was thrown, as an error of the program. Throws InternalError for what is a mistake of ours.
 * @param thrown anything: operations and built-ins throw Python's exceptions and simulation stops.
 */
export function asPythonError(frame: Frame, thrown: unknown): unknown {
  if (thrown instanceof BaseException) return thrown;
  if (thrown instanceof SimulationStop) throw thrown;
  if (thrown instanceof RangeError && thrown.message.includes('call stack')) {
    return new RecursionError('maximum recursion depth exceeded');
  }
  if (thrown instanceof Error) {
    const { line, column } = frame.code.spans[frame.pc];
    const place = `${frame.code.file}:${line}:${column}`;
    throw new InternalError(`${thrown.message}, at ${place}`, thrown);
  }
  return thrown;
}

/** Where a frame stands, as a line of a traceback. */
export function entryOf(frame: Frame): TracebackEntry {
  const { code } = frame;
  const { line, column, endLine, endColumn } = positionIn(frame);
  return { file: code.file, line, column, endLine, endColumn, function: code.name };
}

/** Adds the frame to the traceback. */
export function noteFrame(frame: Frame, error: BaseException): void {
  const entry = entryOf(frame);
  if (error.traceback === null) {
    error.traceback = [entry];
    if (error instanceof NameError || error instanceof AttributeError) error.raisedIn = frame;
  } else error.traceback.unshift(entry);
}

/** Where a frame stands: the expression at work if it is part of the instruction. */
export function positionIn(frame: Frame): Span {
  const whole = frame.code.spans[frame.pc];
  const { at } = frame;
  return at !== null && contains(whole, at) ? at : whole;
}

function contains(whole: Span, part: Span): boolean {
  if (part.line < whole.line || part.endLine > whole.endLine) return false;
  if (part.line === whole.line && part.column < whole.column) return false;
  return part.endLine < whole.endLine || part.endColumn <= whole.endColumn;
}

/**
 * Handles an error in `frame`: true if a handler takes it (the frame's `pc` is there), false if the
 * error leaves the frame.
 */
export function catchIn(frame: Frame, error: unknown): boolean {
  const { machine, code } = frame;
  if (error instanceof BaseException) {
    machine.onRaise?.(error);
    if (machine.raised !== error) setContext(error, handledBy(frame));
    if (!machine.isReraising && frame.role !== JOB) noteFrame(frame, error);
  }
  machine.isReraising = false;
  machine.raised = error;
  const index = code.handlerAt[frame.pc];
  if (index < 0) return false;
  if (error instanceof BaseException && error.isCyclic === true) frame.isKept = true;
  const handler = code.handlers[index];
  frame.slots[handler.slot] = error;
  frame.pc = handler.pc;
  frame.delegate = null;
  machine.raised = undefined;
  return true;
}

const WRAPPED = new Map<number, string>([
  [GENERATOR, 'generator'],
  [COROUTINE, 'coroutine'],
  [ASYNC_GENERATOR, 'async generator'],
]);

/** What leaves a frame: a StopIteration may not leave a generator or coroutine (PEP 479). */
export function leaving(frame: Frame, error: unknown): unknown {
  const kind = WRAPPED.get(frame.role);
  if (kind === undefined) return error;
  const isStop =
    error instanceof StopIteration ||
    (frame.role === ASYNC_GENERATOR && error instanceof StopAsyncIteration);
  if (!isStop) return error;
  const wrapped = new RuntimeError(`${kind} raised ${error.typeName}`);
  wrapped.cause = error;
  wrapped.context = error;
  wrapped.suppressContext = true;
  wrapped.traceback = error.traceback === null ? null : error.traceback.slice(0, 1);
  frame.machine.raised = wrapped;
  return wrapped;
}
