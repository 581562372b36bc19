import { describe, expect, test } from 'vitest';
import type { EventKind, TraceEvent } from '../../src/trace/event.ts';
import { type EventFold, FoldSink, foldEvents, union } from '../../src/trace/fold.ts';
import { semaphoreRun } from './script.ts';

class Collector implements EventFold {
  readonly wants: ReadonlySet<EventKind> | null;
  readonly seen: TraceEvent[] = [];

  constructor(...kinds: readonly EventKind[]) {
    this.wants = kinds.length === 0 ? null : new Set(kinds);
  }

  see(event: TraceEvent): void {
    this.seen.push(event);
  }
}

describe('folds', () => {
  test('see the kinds that they want, from a run and from a list alike', () => {
    const script = semaphoreRun(7, 2);
    const [live, read] = [new Collector('task.started'), new Collector('task.started')];
    const sink = new FoldSink([live, new Collector()]);
    const events = script.events();
    for (const batch of script.memory.batches) sink.receive(batch);
    foldEvents(events, read);
    expect(live.seen).toEqual(events.filter(({ kind }) => kind === 'task.started'));
    expect(read.seen).toEqual(live.seen);
  });

  test('a fold without wants sees everything', () => {
    const events = semaphoreRun(3, 1).events();
    const [all] = foldEvents(events, new Collector());
    expect(all.seen).toEqual(events);
  });

  test('a sink asks for what at least one of them wants', () => {
    const kinds = union([new Collector('lock.acquired'), new Collector('lock.released')]);
    expect(kinds).toEqual(new Set(['lock.acquired', 'lock.released']));
    expect(new FoldSink([new Collector('lock.acquired'), new Collector()]).wants).toBe(null);
  });
});
