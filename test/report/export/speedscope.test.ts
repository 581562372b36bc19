import { describe, expect, test } from 'vitest';
import { Speedscope } from '../../../src/report/export/speedscope.ts';
import type { TraceEvent } from '../../../src/trace/event.ts';
import { foldEvents } from '../../../src/trace/fold.ts';
import { eventsOf, HOSTILE, programs } from './runs.ts';

interface Profile {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly startValue: number;
  readonly endValue: number;
  readonly events: readonly {
    readonly type: string;
    readonly frame: number;
    readonly at: number;
  }[];
}

function speedscopeOf(events: readonly TraceEvent[]) {
  const [fold] = foldEvents(events, new Speedscope('run'));
  const file = JSON.parse(fold.text());
  const frames: string[] = file.shared.frames.map(({ name }: { name: string }) => name);
  return { file, frames, profiles: file.profiles as readonly Profile[] };
}

describe('a speedscope file', () => {
  test('has a profile for each task, with what it runs and what it waits for', () => {
    const { file, frames, profiles } = speedscopeOf(eventsOf(HOSTILE));
    expect(file.$schema).toBe('https://www.speedscope.app/file-format-schema.json');
    expect(profiles.slice(0, 3).map(({ type, unit }) => [type, unit])).toEqual(
      Array(3).fill(['evented', 'seconds']),
    );
    const [, , second] = profiles;
    const shown = second.events.map(({ type, frame, at }) => `${type} ${frames[frame]} ${at}`);
    expect(shown.filter((each) => !each.includes('Lock.'))).toEqual([
      'O worker 0',
      'O waits for gate 0',
      'C waits for gate 0.5',
      'O sleep 0.5',
      'C sleep 1',
      'C worker 1',
    ]);
  });

  test('of any program opens and closes frames as a stack does, in time', () => {
    for (const { text } of programs) {
      for (const { events, startValue, endValue } of speedscopeOf(eventsOf(text)).profiles) {
        const open: number[] = [];
        let last = startValue;
        for (const { type, frame, at } of events) {
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
          if (type === 'O') open.push(frame);
          else expect(open.pop()).toBe(frame);
        }
        expect([open, last]).toEqual([[], endValue]);
      }
    }
  });
});
