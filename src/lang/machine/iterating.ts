// The iterators of `for` loops. Lists and ranges are walked by cursors that the loop alone knows;
// generators of the program are pushed as frames; everything else gives its items by `next()`.
// Source: CPython Python/bytecodes.c (FOR_ITER and its specialisations).

import { RecursionError } from '../../asyncio/exceptions.ts';
import { iterate, STOP } from '../objects/iteration.ts';
import type { PyIterator } from '../objects/iterator.ts';
import { ListInstance } from '../objects/list-instance.ts';
import { rangeLength } from '../objects/truth.ts';
import { Range } from '../values.ts';
import { CALL, type Frame, type Runtime } from './frame.ts';
import { type PyGenerator, receive } from './generator.ts';

/** Walks a list by index, so that what is appended meanwhile is seen. */
export class ListCursor {
  readonly items: readonly unknown[];
  index = 0;

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

export class RangeCursor {
  next: number;
  left: number;
  readonly step: number;

  constructor(range: Range) {
    this.next = range.start;
    this.left = rangeLength(range);
    this.step = range.step;
  }
}

/** What a loop over `value` walks. Throws TypeError where it cannot be iterated. */
export function cursorOf(machine: Runtime, value: unknown): unknown {
  if (Array.isArray(value) && !(value instanceof ListInstance)) return new ListCursor(value);
  if (value instanceof Range) return new RangeCursor(value);
  return iterate(machine, value);
}

/** The next item of a cursor that is no generator, or STOP. */
export function nextOf(cursor: unknown): unknown {
  if (cursor instanceof RangeCursor) {
    if (cursor.left === 0) return STOP;
    cursor.left--;
    const value = cursor.next;
    cursor.next = value + cursor.step;
    return value;
  }
  if (cursor instanceof ListCursor) {
    return cursor.index < cursor.items.length ? cursor.items[cursor.index++] : STOP;
  }
  return (cursor as PyIterator).next();
}

/**
 * Resumes a generator by pushing its frame: what it yields will be in slot `target` at the next
 * instruction; when it ends, the frame goes on at `exit` with what it returned in `target`.
 */
export function pushGenerator(
  frame: Frame,
  generator: PyGenerator,
  sent: unknown,
  target: number,
  exit: number,
): number {
  const { machine } = frame;
  const callee = generator.frame;
  if (generator.state === 'CLOSED') {
    frame.slots[target] = null;
    return exit;
  }
  const problem = generator.unfit(sent);
  if (problem !== null) throw problem;
  const depth = frame.depth + 1;
  if (depth >= machine.limits.recursion) {
    throw new RecursionError('maximum recursion depth exceeded');
  }
  if (generator.state === 'SUSPENDED') receive(callee, sent);
  generator.state = 'RUNNING';
  callee.depth = depth;
  callee.caller = frame;
  frame.target = target;
  frame.exit = exit;
  machine.top = callee;
  return CALL;
}
