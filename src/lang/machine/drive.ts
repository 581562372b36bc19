// Driving a coroutine by hand. A program that does so sees what the innermost await gives out, so
// the coroutines in between are kept on a stack here, as a task keeps them.

import type { Signal } from '../../asyncio/coroutines.ts';
import { Coroutine, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { RuntimeError } from '../../asyncio/exceptions.ts';
import { stopped } from './generator.ts';

/** Of a coroutine driven by hand: the innermost one, where that is another. */
const innermost = new WeakMap<Coroutine, Coroutine>();

/**
 * Resumes the innermost coroutine that `outermost` waits for: gives what is given out. Throws
 * StopIteration with its value where it returns, and what it raises.
 */
export function drive(outermost: Coroutine, value: unknown, isError: boolean): unknown {
  let top = innermost.get(outermost) ?? outermost;
  let sent = value;
  let fails = isError;
  for (;;) {
    const signal: Signal = fails ? top.throw(sent) : top.send(sent ?? undefined);
    sent = top.payload;
    fails = signal === THREW;
    if (signal === YIELDED) {
      while (sent instanceof Coroutine && sent.handedOver) {
        sent.handedOver = false;
        sent.caller = top;
        sent.depth = top.depth + 1;
        top = sent;
        sent = sent.payload;
      }
      if (!(sent instanceof Coroutine)) break;
      const problem = enter(top, sent);
      fails = problem !== null;
      if (problem === null) top = sent;
      sent = problem;
      continue;
    }
    if (top === outermost) {
      innermost.delete(outermost);
      if (signal === RETURNED) throw stopped(sent);
      throw sent;
    }
    const caller = top.caller as Coroutine;
    top.caller = null;
    top = caller;
  }
  innermost.set(outermost, top);
  return sent;
}

function enter(top: Coroutine, awaited: Coroutine): RuntimeError | null {
  if (awaited.started) return new RuntimeError('coroutine is being awaited already');
  awaited.started = true;
  awaited.caller = top;
  awaited.depth = top.depth + 1;
  return null;
}
