import { describe, expect, test } from 'vitest';
import type { EventKind, TraceEvent } from '../../src/trace/event.ts';
import { EventBatch, Kind, Tracer } from '../../src/trace/tracer.ts';

const context = {
  position: () => ({ line: 3, column: 7 }),
  nameOf: (object: object) => (object === named ? 'slots' : null),
  repr: (value: unknown) => `<${String(value)}>`,
};
const named = {};

/** A tracer with one sink that wants `kinds`, and the events that the sink was given. */
function record(kinds: readonly EventKind[] | null): { tracer: Tracer; seen: TraceEvent[] } {
  const seen: TraceEvent[] = [];
  const sink = {
    wants: kinds === null ? null : new Set(kinds),
    receive(batch: EventBatch): void {
      for (let i = 0; i < batch.length; i++) seen.push(batch.event(i));
    },
  };
  return { tracer: new Tracer([sink], context), seen };
}

describe('events', () => {
  test('are numbered from 1 and carry time, task, place, cause and fields', () => {
    const { tracer, seen } = record(null);
    tracer.iteration = 2;
    tracer.time = 1.5;
    tracer.task = 4;
    tracer.cause = 0;
    expect(tracer.emit(Kind.clockBlocked, 0.25)).toBe(1);
    tracer.flush();
    expect(seen).toEqual([
      {
        seq: 1,
        iteration: 2,
        time: 1.5,
        task: 4,
        kind: 'clock.blocked',
        at: [3, 7],
        cause: 0,
        seconds: 0.25,
      },
    ]);
    expect(Object.isFrozen(seen[0])).toBe(true);
  });

  test('may have another place than where the program stands', () => {
    const { tracer, seen } = record(['warning.raised']);
    tracer.emitAt({ line: 9, column: 2 }, 5, Kind.warningRaised, 'code', 'text');
    tracer.emitAt(null, 0, Kind.warningRaised, 'code', 'text');
    tracer.emitAt({ line: 8, column: 1 }, 0, Kind.loopIdle, 1);
    tracer.flush();
    expect(seen.map(({ task, at }) => [task, at])).toEqual([
      [5, [9, 2]],
      [0, [3, 7]],
    ]);
  });

  test('have no gap over many batches', () => {
    const { tracer, seen } = record(null);
    for (let i = 0; i < 10_000; i++) tracer.emit(Kind.timerFired, i, 0);
    tracer.flush();
    expect(tracer.count).toBe(10_000);
    expect(seen.every((event, index) => event.seq === index + 1)).toBe(true);
  });

  test('that no sink wants are not recorded, and causes pass through them', () => {
    const { tracer, seen } = record(['timer.fired']);
    const first = tracer.emit(Kind.timerFired, 1, 0);
    tracer.cause = first;
    const outer = tracer.enter(Kind.lockReleased, 'lock#1');
    tracer.emit(Kind.timerFired, 2, 0);
    tracer.leave(outer);
    tracer.flush();
    expect(seen.map((event) => [event.seq, event.cause])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(tracer.wants(Kind.lockReleased)).toBe(false);
  });

  test('inside enter and leave have the entered event as their cause', () => {
    const { tracer, seen } = record(null);
    const outer = tracer.enter(Kind.lockReleased, 'lock#1');
    tracer.emit(Kind.loopStopped);
    tracer.leave(outer);
    tracer.emit(Kind.loopStopped);
    tracer.flush();
    expect(seen.map((event) => event.cause)).toEqual([0, 1, 0]);
  });
});

describe('objects', () => {
  test('are announced once, numbered within their class, with the name that the program has', () => {
    const { tracer, seen } = record(null);
    const [a, b] = [{}, {}];
    expect(tracer.object(a, 'Semaphore', 5)).toBe('semaphore#1');
    expect(tracer.object(b, 'Lock')).toBe('lock#1');
    expect(tracer.object(named, 'Semaphore', 2)).toBe('semaphore#2');
    expect(tracer.object(a, 'Semaphore', 5)).toBe('semaphore#1');
    tracer.flush();
    const created = seen.flatMap((event) =>
      event.kind === 'object.created' ? [[event.object, event.name, event.capacity]] : [],
    );
    expect(created).toEqual([
      ['semaphore#1', null, 5],
      ['lock#1', null, null],
      ['semaphore#2', 'slots', 2],
    ]);
  });

  test('are known by their names once they are announced, and looking announces none', () => {
    const { tracer, seen } = record(null);
    const lock = {};
    expect(tracer.known(lock)).toBe(null);
    tracer.object(lock, 'Lock');
    expect(tracer.known(lock)).toBe('lock#1');
    tracer.flush();
    expect(seen.map(({ kind }) => kind)).toEqual(['object.created']);
  });
});

describe('columns that a sink can spare', () => {
  test('take the first events of a run, and tell nothing of the run before', () => {
    const spare = new EventBatch();
    const seen: string[] = [];
    const receive = (batch: EventBatch): void => {
      for (let i = 0; i < batch.length; i++) seen.push(JSON.stringify(batch.event(i)));
    };
    const run = (count: number, place: { line: number; column: number } | null): void => {
      const tracer = new Tracer([{ wants: null, spare, receive }], {
        ...context,
        position: () => place,
      });
      for (let i = 0; i < count; i++) tracer.emit(Kind.loopIdle, i);
      tracer.flush();
    };
    run(300, { line: 3, column: 7 });
    const room = spare.kinds;
    seen.length = 0;
    run(1, null);
    expect(seen).toEqual([
      '{"seq":1,"iteration":0,"time":0,"task":0,"kind":"loop.idle","at":null,"cause":0,"until":0}',
    ]);
    expect(spare.kinds).toBe(room);
    seen.length = 0;
    run(5000, null);
    expect(seen.map((line) => JSON.parse(line).seq)).toEqual(
      Array.from({ length: 5000 }, (_, index) => index + 1),
    );
  });
});

describe('texts of values', () => {
  const reading = { wants: null, receive: () => {} };

  test('are made where a sink reads them', () => {
    expect(new Tracer([reading], context).repr(5)).toBe('<5>');
    const other = { ...reading, readsValues: false } as const;
    expect(new Tracer([other, reading], context).repr(5)).toBe('<5>');
    expect(new Tracer([other], context).repr(5)).toBe('');
  });
});

test('a tracer that is closed hands on what it has, and nothing after that', () => {
  const { tracer, seen } = record(null);
  tracer.emit(Kind.loopIdle, 1);
  tracer.close();
  tracer.emit(Kind.loopIdle, 2);
  tracer.runEnded();
  expect(seen).toMatchObject([{ seq: 1, kind: 'loop.idle' }]);
});
