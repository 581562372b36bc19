import { describe, expect, test } from 'vitest';
import { Session } from '../../../src/replay/step/session.ts';
import { atPosition } from '../../../src/replay/step/stops.ts';
import { plainPage } from '../../../src/report/page.ts';
import { steppedTo } from './spoken.ts';

describe('a session', () => {
  test('stands at the line where the task of the last step waits', () => {
    const session = new Session(steppedTo(2), plainPage);
    expect([session.currentTask, session.currentLine]).toEqual([2, 7]);
    expect(session.here()).toEqual([
      'step 2 at 0 s, iteration 2: step of second (worker)',
      '  starts',
      '  acquires turn',
      '  sleeps until 1 s',
      '>  7          await asyncio.sleep(1)',
    ]);
  });

  test('stands nowhere before the first step', () => {
    const session = new Session(steppedTo(0), plainPage);
    expect([session.currentTask, session.currentLine]).toEqual([0, null]);
    expect(session.here()).toEqual(['step 0: nothing has run yet']);
  });

  test('numbers its breakpoints, and gives no number twice', () => {
    const session = new Session(steppedTo(0), plainPage);
    session.addBreakpoint(atPosition(1));
    session.breakpoints = [];
    expect(session.addBreakpoint(atPosition(2)).number).toBe(2);
    expect(session.breakpoints.map(({ number }) => number)).toEqual([2]);
  });
});
