// The stack of coroutines that await each other: a chain of `caller` links from the innermost one
// down to the task's own, so that a resume costs the same at any depth. A task holds the innermost;
// what is asked of the whole chain, and what refuses a coroutine a place on it, is here. Source:
// CPython Objects/genobject.c (gi_yieldfrom), Lib/asyncio/base_tasks.py (_task_get_stack).

import type { Position } from '../base/span.ts';
import { reuseError } from './await-errors.ts';
import type { Coroutine } from './coroutines.ts';
import { type BaseException, RecursionError } from './exceptions.ts';

/** The coroutines of a stack, outermost first. */
export function stackOf(top: Coroutine): Coroutine[] {
  const stack: Coroutine[] = [];
  for (let each: Coroutine | null = top; each !== null; each = each.caller) stack.push(each);
  return stack.reverse();
}

/** Where the innermost coroutine that has a source stands; null where none has. */
export function positionOf(top: Coroutine): Position | null {
  for (let each: Coroutine | null = top; each !== null; each = each.caller) {
    const { position } = each;
    if (position !== null) return position;
  }
  return null;
}

/** Puts a coroutine that nobody has awaited yet on the stack; an error to throw where it cannot. */
export function pushOn(top: Coroutine, coroutine: Coroutine, limit: number): BaseException | null {
  if (coroutine.started) return reuseError(coroutine);
  coroutine.started = true;
  const depth = top.depth + 1;
  if (depth >= limit) return new RecursionError('maximum recursion depth exceeded');
  coroutine.depth = depth;
  coroutine.caller = top;
  return null;
}

/** Puts a coroutine on the stack that has begun already; gives what it waits for. */
export function adoptOn(top: Coroutine, coroutine: Coroutine): unknown {
  coroutine.handedOver = false;
  coroutine.depth = top.depth + 1;
  coroutine.caller = top;
  return coroutine.payload;
}
