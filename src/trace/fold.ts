// What reads a run event by event. A fold sees every event once, in order, keeps its own state and
// never answers; a FoldSink feeds folds from a running simulation, `foldEvents` from a trace that
// was read. Where other sinks want more kinds, a fold still sees only those that it asked for.

import { EVENT_KINDS, type EventKind, type TraceEvent } from './event.ts';
import type { EventBatch, TraceSink } from './tracer.ts';

export interface EventFold {
  /** The kinds it reads; null for all. */
  readonly wants: ReadonlySet<EventKind> | null;
  see(event: TraceEvent): void;
}

/** Feeds folds from a Tracer. */
export class FoldSink implements TraceSink {
  readonly wants: ReadonlySet<EventKind> | null;
  /** Who reads each kind, by code. */
  readonly #readers: readonly (readonly EventFold[])[];

  constructor(folds: readonly EventFold[]) {
    this.wants = union(folds);
    this.#readers = EVENT_KINDS.map((kind) => folds.filter((fold) => reads(fold, kind)));
  }

  receive(batch: EventBatch): void {
    for (let i = 0; i < batch.length; i++) {
      const readers = this.#readers[batch.kinds[i]];
      if (readers.length === 0) continue;
      const event = batch.event(i);
      for (const fold of readers) fold.see(event);
    }
  }
}

/** Shows every event to every fold that reads its kind; returns the folds. */
export function foldEvents<F extends readonly EventFold[]>(
  events: Iterable<TraceEvent>,
  ...folds: F
): F {
  for (const event of events) {
    for (const fold of folds) if (reads(fold, event.kind)) fold.see(event);
  }
  return folds;
}

/** The kinds that at least one of `folds` reads; null for all. */
export function union(folds: readonly EventFold[]): ReadonlySet<EventKind> | null {
  const all = new Set<EventKind>();
  for (const fold of folds) {
    if (fold.wants === null) return null;
    for (const kind of fold.wants) all.add(kind);
  }
  return all;
}

function reads(fold: EventFold, kind: EventKind): boolean {
  return fold.wants === null || fold.wants.has(kind);
}
