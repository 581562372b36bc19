import { describe, expect, test } from 'vitest';
import { IDLE_ITERATIONS } from '../../src/check/livelock.ts';
import { limits } from '../simulated.ts';
import { found, judged, placesOf, programOf } from './judged.ts';

const POLITE = `
async def polite(me, other):
    while wants[other]:
        await asyncio.sleep(0)
    wants[me] = False

wants = [True, True]
`;

const MAIN = 'await asyncio.gather(polite(0, 1), polite(1, 0))';

const few = { limits: limits({ instantSteps: 10_000 }) };

describe('tasks that keep each other busy', () => {
  test('are told where a limit ends the run', () => {
    const [message] = found(programOf(POLITE, MAIN), few);
    expect(message.replace(/\d+ iterations/, 'N iterations')).toBe(
      'failure livelock: Task-2 (polite), Task-3 (polite) kept the loop busy for N iterations ' +
        'at 0 s: no task ended, nothing was printed or handed on',
    );
    expect(placesOf(judged(programOf(POLITE, MAIN), few)[0])[0]).toBe('5:9');
  });

  test('are none where the run comes to its end', () => {
    const main = `for _ in range(${3 * IDLE_ITERATIONS}):\n    await asyncio.sleep(0)`;
    expect(found(programOf('', main), few)).toEqual([]);
  });

  test('are none where they bring something', () => {
    const main = 'while True:\n    print(1)\n    await asyncio.sleep(0)';
    expect(found(programOf('', main), few)).toEqual([]);
  });

  test('are none where time goes on', () => {
    const main = 'while True:\n    await asyncio.sleep(1)';
    expect(found(programOf('', main), { limits: limits({ steps: 10_000 }) })).toEqual([]);
  });
});
