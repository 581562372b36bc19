// What locks, queues and their like tell a trace. An object that another one keeps for itself, the
// condition inside a barrier, tells nothing, and a wait for it bears the name of the other.

import type { Tracer } from '../trace/tracer.ts';
import { currentLoop } from './events.ts';

/** What keeps a lock or a condition for itself: a trace speaks of it instead. */
export interface Enclosing {
  /** Its name in the trace. */
  nameIn(tracer: Tracer): string;
}

function enclosing(object: object): Enclosing | null {
  return (object as { readonly within?: Enclosing | null }).within ?? null;
}

/** Tells the tracer, if any; `className` names the object the first time. */
export function trace(
  object: object,
  className: string,
  kind: number,
  value?: unknown,
  capacity: number | null = null,
): void {
  const tracer = currentLoop()?.tracer;
  if (!tracer || enclosing(object) !== null) return;
  tracer.emit(kind, tracer.object(object, className, capacity), value);
}

/** As `trace`; what `act` does has this event as its cause. */
export function traceAround(
  object: object,
  className: string,
  kind: number,
  act: () => void,
  value?: unknown,
  capacity: number | null = null,
): void {
  const tracer = currentLoop()?.tracer;
  if (!tracer || enclosing(object) !== null) {
    act();
    return;
  }
  const outer = tracer.enter(kind, tracer.object(object, className, capacity), value);
  act();
  tracer.leave(outer);
}

/** What a wait for `object` is called in a trace, `queue#1 get`; null without one. */
export function waitLabel(object: object, className: string, word?: string): string | null {
  const tracer = currentLoop()?.tracer;
  if (!tracer) return null;
  const name = enclosing(object)?.nameIn(tracer) ?? tracer.object(object, className);
  return word === undefined ? name : `${name} ${word}`;
}
