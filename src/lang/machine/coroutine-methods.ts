// Coroutines and futures as objects: `send`, `throw`, `close` and `__await__`. A program that drives a coroutine
// by hand sees what its innermost await gives out, so the coroutines in between are kept on a stack here, as a
// task keeps them. Source: CPython Objects/genobject.c (coro_methods), Lib/asyncio/futures.py (__await__).

import { Coroutine, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import type { Signal } from '../../asyncio/coroutines.ts';
import { RuntimeError } from '../../asyncio/exceptions.ts';
import type { Future } from '../../asyncio/futures.ts';
import { futureClass } from '../modules/asyncio/futures.ts';
import { coroutineClass, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Builtin } from '../values.ts';
import { AwaitIterator } from './awaiting.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import type { Runtime } from './frame.ts';
import { stopped, thrownBy } from './generator.ts';

/** Resumes the innermost coroutine that `outermost` waits for, until something is given out or it ends. */
function drive(outermost: Coroutine, value: unknown, isError: boolean): unknown {
  let top = innermost.get(outermost) ?? outermost;
  let sent = value;
  let fails = isError;
  for (;;) {
    const signal: Signal = fails ? top.throw(sent) : top.send(sent ?? undefined);
    sent = top.payload;
    fails = signal === THREW;
    if (signal === YIELDED) {
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

/** Of a coroutine driven by hand: the innermost one, where that is another. */
const innermost = new WeakMap<Coroutine, Coroutine>();

function enter(top: Coroutine, awaited: Coroutine): RuntimeError | null {
  if (awaited.started) return new RuntimeError('coroutine is being awaited already');
  awaited.started = true;
  awaited.caller = top;
  awaited.depth = top.depth + 1;
  return null;
}

define(coroutineClass, [
  new Builtin('send(self, value, /)', (_run, self: Coroutine, value: unknown) =>
    drive(self, value, false),
  ),
  new Builtin(
    'throw(self, type, value=None, traceback=None, /)',
    (run, self: Coroutine, type: unknown, value: unknown) =>
      drive(self, thrownBy(run as Runtime, value ?? type), true),
  ),
  new Builtin('close(self, /)', (_run, self: Coroutine) => {
    self.close();
    return null;
  }),
  new Builtin('__await__(self, /)', (_run, self: Coroutine) => new AwaitIterator(self)),
]);

defineGetters(coroutineClass, [
  new Getter('__name__', (_run, self: Coroutine) => nameOf(self)),
  new Getter('__qualname__', (_run, self: Coroutine) => self.name),
  new Getter('cr_running', (_run, self: Coroutine) => self.state === 'RUNNING'),
]);

function nameOf(coroutine: Coroutine): string {
  if (coroutine instanceof FrameCoroutine) return coroutine.frame.code.name;
  return coroutine.name.slice(coroutine.name.lastIndexOf('.') + 1);
}

define(futureClass, [
  new Builtin('__await__(self, /)', (_run, self: Future) => new AwaitIterator(self)),
  new Builtin('__iter__(self, /)', (_run, self: Future) => new AwaitIterator(self)),
]);
