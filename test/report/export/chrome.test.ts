import { describe, expect, test } from 'vitest';
import { ChromeTrace } from '../../../src/report/export/chrome.ts';
import type { TraceEvent } from '../../../src/trace/event.ts';
import { foldEvents } from '../../../src/trace/fold.ts';
import { eventsOf, HOSTILE, HOSTILE_NAME, programs } from './runs.ts';

interface ChromeEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly id?: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

function chromeOf(events: readonly TraceEvent[]): ChromeEvent[] {
  let text = '';
  const [fold] = foldEvents(
    events,
    new ChromeTrace((piece) => {
      text += piece;
    }),
  );
  fold.finish();
  return JSON.parse(text).traceEvents;
}

const all = chromeOf(eventsOf(HOSTILE));

describe('a Chrome trace', () => {
  test('has a track for each task with its life and its waits in microseconds', () => {
    const slices = all.filter(({ ph, tid }) => ph === 'X' && tid === 3);
    expect(slices.map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
      ['waits for gate', 0, 500_000],
      ['sleep', 500_000, 500_000],
      [expect.stringContaining('(worker)'), 0, 1_000_000],
    ]);
    expect(slices.at(-1)?.args).toEqual({ outcome: 'returned: None' });
  });

  test('has an arrow from the task that released a lock to the one that got it', () => {
    const arrows = all.filter(({ ph, ts }) => (ph === 's' || ph === 'f') && ts === 500_000);
    expect(arrows.map(({ ph, tid }) => [ph, tid])).toEqual([
      ['s', 2],
      ['f', 3],
    ]);
  });

  test('names tracks with the text of strangers made printable', () => {
    const names = all.filter(({ name }) => name === 'thread_name').map(({ args }) => args?.name);
    expect(names[2]).toBe(`${HOSTILE_NAME} (worker)`);
  });

  test('of any program has whole arrows and slices inside the life of their task', () => {
    for (const { text } of programs) {
      const events = chromeOf(eventsOf(text));
      const ids = (wanted: string) => events.flatMap(({ ph, id }) => (ph === wanted ? [id] : []));
      expect(ids('s')).toEqual(ids('f'));
      const lives = new Map<number, ChromeEvent>();
      const slices = events.filter(({ ph }) => ph === 'X');
      for (const each of slices) if (each.args?.outcome !== undefined) lives.set(each.tid, each);
      for (const { tid, ts = -1, dur = -1 } of slices.filter(({ tid: task }) => task !== 0)) {
        const life = lives.get(tid);
        expect(ts).toBeGreaterThanOrEqual(life?.ts ?? Number.NaN);
        expect(ts + dur).toBeLessThanOrEqual((life?.ts ?? 0) + (life?.dur ?? 0) + 1e-3);
      }
    }
  });
});
