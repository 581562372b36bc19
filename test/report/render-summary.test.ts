import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { columnsOf } from '../../src/base/columns.ts';
import { plainPage } from '../../src/report/page.ts';
import { MAXIMUM_LISTED, renderSummary } from '../../src/report/render-summary.ts';
import { type HolderSummary, type Summary, SummaryFold } from '../../src/report/summary.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { semaphoreProgram } from '../trace/asyncio-run.ts';
import { Script } from '../trace/script.ts';

const empty: Summary = new SummaryFold().summary();

const lock = (name: string, acquisitions: number): HolderSummary => ({
  object: 'lock#1',
  class: 'Lock',
  name,
  capacity: 1,
  peak: 1,
  acquisitions,
  waits: { count: 0, abandoned: 0, p50: null, p95: null, max: null, exact: true },
});

describe('the summary in text', () => {
  test('of fifty workers and a semaphore of five', () => {
    const [fold] = foldEvents(semaphoreProgram(50, 5), new SummaryFold());
    const lines = renderSummary(fold.summary(), plainPage).split('\n');
    expect(lines[0]).toMatch(/^run {4}ended at 10 s · \d+ iterations · \d+ handles$/);
    expect(lines.slice(1)).toEqual([
      'tasks  51 created · 51 returned · at most 51 alive at once',
      'slots  Semaphore(5) · at most 5 of 5 held · acquired 50 times',
      '       waited 45 times: p50 5 s, p95 9 s, max 9 s',
    ]);
  });

  test('has a line for each queue and expectation', () => {
    const script = new Script();
    const object = script.object('Queue', 0, 'jobs');
    script.emit(1, 'queue.put', { object, size: 1 }).emit(2, 'queue.got', { object, size: 0 });
    script.emit(0, 'expect.held', { rule: 'always', index: 0, text: 'x < 5' });
    const failed = { rule: 'finally', index: 0, text: 'now() == 3', reason: 'now() is 4' };
    script.at(4).emit(0, 'expect.failed', failed);
    const [fold] = foldEvents(script.events(), new SummaryFold());
    expect(renderSummary(fold.summary(), { ...plainPage, unicode: false }).split('\n')).toEqual([
      'run      ended at 4 s | 1 iteration | 0 handles',
      'tasks    0 created | at most 0 alive at once',
      'jobs     Queue | at most 1 in it | 1 put | 1 got',
      'always   x < 5: held',
      'finally  now() == 3: FAILED at 4 s | now() is 4',
    ]);
  });

  test('lists the busiest of many locks', () => {
    const holders = Array.from({ length: 30 }, (_, i) => lock(`lock-${i}`, i));
    const text = renderSummary({ ...empty, holders, holdersOmitted: 5 }, plainPage);
    expect(text).toContain('lock-29');
    expect(text).not.toContain('lock-19 ');
    expect(text).toContain(`${35 - MAXIMUM_LISTED} more locks are not listed`);
  });

  test('says when percentiles are not exact', () => {
    const waits = { count: 9, abandoned: 2, p50: 1, p95: 2, max: 3, exact: false };
    const text = renderSummary({ ...empty, holders: [{ ...lock('a', 9), waits }] }, plainPage);
    expect(text).toContain('waited 9 times: p50 about 1 s, p95 about 2 s, max 3 s');
    expect(text).toContain('waited in vain 2 times');
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 40, max: 150 })])(
    'keeps to the page and hides control characters, whatever the names',
    (name, width) => {
      const summary = { ...empty, holders: [lock(name, 3)] };
      for (const line of renderSummary(summary, { ...plainPage, width }).split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }
    },
  );
});
