import { describe, expect, test } from 'vitest';
import { GivenUpWaits } from '../../../src/report/why/given-up.ts';
import { Moment } from '../../../src/report/why/moment.ts';
import { findingsOf, rows } from './inquired.ts';
import { PULSE } from './programs.ts';

const program = (body: string) => `import asyncio\n${body}\nasyncio.run(main())\n`;

describe('a wait that a time-out ended', () => {
  test('was in vain where the signal had been given before', () => {
    const text = PULSE.replace('await bell.wait()', 'await asyncio.wait_for(bell.wait(), 5)');
    const [failure, finding] = findingsOf(text);
    expect(failure.rule).toBe('failure');
    expect(finding).toMatchObject({
      rule: 'lost wake-up',
      headline:
        'Lost wake-up: Task-3 (listen) waited for bell from 2 s (line 11) until timeout#1 ran out ' +
        'at 7 s, but Task-2 (ring) had set it at 1 s (line 7), before that',
      object: 'event#1',
    });
    expect(rows(finding.steps)).toEqual([
      [1, 2, 7, 'sets bell'],
      [2, 3, 11, 'waits on bell'],
      [7, 0, 0, 'timeout#1 runs out'],
    ]);
  });

  test('was not where the same task had got that signal', () => {
    const text = program(`
async def listen(bell):
    for _ in range(2):
        try:
            await asyncio.wait_for(bell.wait(), 2)
            bell.clear()
        except TimeoutError:
            pass
async def main():
    bell = asyncio.Event()
    task = asyncio.create_task(listen(bell))
    await asyncio.sleep(1)
    bell.set()
    await task`);
    expect(findingsOf(text)).toEqual([]);
  });

  test('was not where nobody has ever given a signal', () => {
    const text = program(`
async def main():
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 2)
    except TimeoutError:
        pass`);
    expect(findingsOf(text)).toEqual([]);
  });

  test('is nobody’s before anything was seen', () => {
    expect(new GivenUpWaits(new Moment()).waits).toEqual([]);
  });
});
