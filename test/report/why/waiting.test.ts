import { describe, expect, test } from 'vitest';
import { momentAt } from '../../../src/report/why/moment.ts';
import { blockersOf, stateWords, waitChain } from '../../../src/report/why/waiting.ts';
import { inquired, rows } from './inquired.ts';
import { CONTENDED, CROSSED_LOCKS, PULSE } from './programs.ts';

/** The state of each task after the event \`seq\`, in words. */
function states(text: string, seq?: number) {
  const { history } = inquired(text);
  const moment = momentAt(history, seq ?? history.count);
  return moment.states.alive().map((state) => stateWords(history, moment, state));
}

describe('what a task waits for', () => {
  test('is told with who would have to act', () => {
    expect(states(CROSSED_LOCKS)).toEqual([
      'waits for gather#1 since 0 s, which needs Task-2 (take), Task-3 (take)',
      'waits for right since 1 s, held by Task-3 (take) since 0 s',
      'waits for left since 1 s, held by Task-2 (take) since 0 s',
    ]);
    expect(states(PULSE)[1]).toBe('waits for bell since 2 s');
  });

  test('is told of sleeps, beginnings, and tasks that run', () => {
    const { history } = inquired(CONTENDED);
    const wordsAfter = (seq: number) => states(CONTENDED, seq);
    expect(wordsAfter(history.task(2)!.created)).toEqual([
      'has been running since 0 s',
      'has not started: it was created at 0 s',
    ]);
    const suspended = [...history.trace.eventsOf(2)].find(({ kind }) => kind === 'task.suspended');
    expect(wordsAfter(suspended!.seq)[1]).toBe('sleeps since 0 s until 1 s');
  });

  test('is a task that has not ended, or one that gave way', () => {
    const text = `import asyncio
async def other():
    await asyncio.sleep(0)
    await asyncio.Event().wait()
async def main():
    await asyncio.create_task(other())
asyncio.run(main())
`;
    expect(states(text)[0]).toBe('waits for Task-2 (other) since 0 s, which has not ended');
    const { history } = inquired(text);
    const gave = [...history.trace.eventsOf(2)].find(({ kind }) => kind === 'task.suspended');
    expect(states(text, gave!.seq)[1]).toBe('gave way at 0 s and is ready');
  });
});

describe('the chain of waits', () => {
  test('goes from task to task until it closes as a ring', () => {
    const { history } = inquired(CROSSED_LOCKS);
    const moment = momentAt(history, history.count);
    expect(rows(waitChain(history, moment, 2))).toEqual([
      [1, 2, 9, 'waits for right since 1 s, held by Task-3 (take) since 0 s'],
      [1, 3, 9, 'waits for left since 1 s, held by Task-2 (take) since 0 s: a ring'],
    ]);
    expect(waitChain(history, moment, 99)).toEqual([]);
  });

  test('nobody blocks a task that sleeps or runs', () => {
    const { history } = inquired(CONTENDED);
    const moment = momentAt(history, history.task(2)!.created);
    expect(moment.states.alive().map((state) => blockersOf(moment, state))).toEqual([[], []]);
  });
});
