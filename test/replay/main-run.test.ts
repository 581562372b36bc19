import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import { MainRun } from '../../src/replay/main-run.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';

const worker = sim.coroutine(function* worker(seconds: number): Generator<unknown, number> {
  yield* sim.sleep(seconds);
  return seconds;
});
const main = sim.coroutine(function* main(): Generator<unknown, unknown> {
  return yield* sim.gather([worker(2), worker(1)]);
});
const forever = sim.coroutine(function* forever(): Generator<unknown, never> {
  for (;;) yield* sim.sleep(1);
});

describe('the run of a main', () => {
  test('is told of no more once it is over, whoever still holds its loop', () => {
    const trace = new MemoryTrace();
    let tracer: sim.EventLoop['tracer'] = null;
    const holding = sim.coroutine(function* holding(): Generator<unknown, void> {
      tracer = sim.getRunningLoop().tracer;
      yield* sim.sleep(1);
    });
    const run = new MainRun(holding, {}, [trace]);
    while (!run.advance({ handles: 1, operations: 1 }));
    const events = [...trace].length;
    expect(events).toBeGreaterThan(0);
    (tracer as sim.EventLoop['tracer'])?.emit(0);
    run.advance({ handles: 1, operations: 1 });
    expect([...trace].length).toBe(events);
  });

  test('ends with its value', () => {
    expect(sim.simulate(main)).toEqual({
      ...{ end: 'finished', value: [2, 1], error: null, limit: null, time: 2 },
    });
  });

  test('ends with what it raises, a deadlock, a limit or the time that was asked for', () => {
    const failing = sim.coroutine(function* failing(): Generator<unknown, never> {
      yield* sim.sleep(1);
      throw new sim.ValueError('no');
    });
    const failed = sim.simulate(failing);
    expect([failed.end, (failed.error as sim.ValueError).args, failed.time]).toEqual([
      'failed',
      ['no'],
      1,
    ]);
    const waiting = sim.coroutine(function* waiting(): Generator<unknown, unknown> {
      return yield* new sim.Future(sim.getRunningLoop());
    });
    expect(sim.simulate(waiting)).toMatchObject({
      end: 'deadlocked',
      error: { message: 'deadlock: Task-1 wait for ever' },
    });
    expect(sim.simulate(forever, { until: 3.5 })).toMatchObject({ end: 'finished', time: 3.5 });
    const limits = { ...sim.DEFAULT_LIMITS, steps: 7 };
    expect(sim.simulate(forever, { limits })).toMatchObject({
      end: 'limit',
      limit: { maximum: 7 },
    });
  });

  test('can be driven in slices, with the same events', () => {
    const sink = new MemoryTrace();
    const run = new MainRun(main, {}, [sink]);
    let slices = 0;
    while (!run.advance({ handles: 1, operations: 100 })) slices++;
    expect(slices).toBeGreaterThan(5);
    const whole = new MemoryTrace();
    sim.simulate(main, {}, [whole]);
    expect([...sink]).toEqual([...whole]);
  });

  test('can be interrupted', () => {
    const run = new MainRun(forever);
    run.advance({ handles: 10, operations: 100 });
    run.interrupt();
    expect(run.outcome?.end).toBe('interrupted');
  });
});

describe('the trace of a main', () => {
  const { outcome, trace } = sim.record(main, { ties: 'heapq' });

  test('is whole, and has no text', () => {
    expect(outcome).toMatchObject({ end: 'finished', value: [2, 1] });
    const { header, end } = sim.readTrace(trace);
    expect(header.source).toMatchObject({ name: 'main', text: '' });
    expect([header.ties, end.end, end.time]).toEqual(['heapq', 'finished', 2]);
  });

  test('is replayed by who has the function', () => {
    const source = sim.sourceOf(trace);
    expect(sim.replay(source, { main })).toMatchObject({ divergence: null });
    expect(sim.replay(source, { main: forever }).divergence).not.toBeNull();
    expect(() => sim.replay(source)).toThrow(
      'line 1: the header: main is TypeScript: give its main',
    );
  });
});
