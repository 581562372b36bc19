import { describe, expect, test } from 'vitest';
import { Parted, TraceComparison } from '../../src/replay/trace-comparison.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { BATCH, Kind, Tracer } from '../../src/trace/tracer.ts';
import { header } from '../trace/script.ts';

const CONTEXT = { position: () => null, nameOf: () => null, repr: String };
const END = { end: 'finished', time: 0, random: [] } as const;

/** Emits so many events, the one at `odd` of another kind, and flushes after every `slice`. */
function emit(tracer: Tracer, count: number, odd: number, slice: number): void {
  for (let i = 1; i <= count; i++) {
    tracer.emit(i === odd ? Kind.taskStarted : Kind.loopStopped);
    if (i % slice === 0) tracer.flush();
  }
  tracer.flush();
}

/** The trace of `count` events. */
function written(count: number): string {
  let text = '';
  const writer = new JsonlWriter(header, (piece) => {
    text += piece;
  });
  emit(new Tracer([writer], CONTEXT), count, 0, 100);
  writer.finish(END);
  return text;
}

/** Where a run of `count` events parts from the trace, which is read in pieces of `size`. */
function parting(text: string, count: number, odd: number, size = 1000): Parted | null {
  let at = 0;
  const read = (): string | null => {
    at += size;
    return at - size < text.length ? text.slice(at - size, at) : null;
  };
  try {
    const comparison = new TraceComparison(header, read, Number.POSITIVE_INFINITY);
    emit(new Tracer([comparison], CONTEXT), count, odd, 7);
    comparison.end(END);
    expect(comparison.events).toBe(count);
    return null;
  } catch (error) {
    if (error instanceof Parted) return error;
    throw error;
  }
}

describe('a run beside a trace', () => {
  test.each([1, 10, BATCH, BATCH + 1, 10_000])('is the same over %i events', (count) => {
    expect(parting(written(count), count, 0)).toBeNull();
  });

  test.each([
    [1, 0],
    [3, 2],
    [6, 5],
    [7, 5],
    [8, 5],
    [20, 5],
    [BATCH, 5],
    [BATCH + 2, 5],
  ])('parts at event %i and shows %i before', (odd, before) => {
    const text = written(BATCH + 10);
    const parted = parting(text, BATCH + 10, odd)?.lines;
    const lines = text.split('\n');
    expect(parted?.line).toBe(odd + 1);
    expect(parted?.expected).toBe(lines[odd]);
    expect(parted?.got).toBe(lines[odd].replace('loop.stopped', 'task.started'));
    expect(parted?.before).toEqual(lines.slice(odd - before, odd));
  });

  test('parts where the trace stops, and where more follows', () => {
    const text = written(3);
    const lines = text.split('\n');
    const short = lines.slice(0, 3).join('\n');
    expect(parting(`${short}\n`, 3, 0)?.lines).toMatchObject({ line: 4, expected: null });
    expect(parting(short.slice(0, -5), 3, 0)?.lines).toMatchObject({
      line: 3,
      expected: lines[2].slice(0, -5),
      got: lines[2],
    });
    expect(parting(`${text}\n`, 3, 0)?.lines).toMatchObject({ line: 6, expected: '', got: null });
  });
});
