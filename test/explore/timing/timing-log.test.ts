// What a run's events say of its time, seen in small programs whose times are known.
import { describe, expect, test } from 'vitest';
import { TimingLog } from '../../../src/explore/timing/timing-log.ts';
import { Simulation } from '../../../src/simulate.ts';
import { scenarioOf } from '../../simulated.ts';
import { Varying } from '../../varying.ts';

/** The log of a program in which each drawn duration is as said, in the order of drawing. */
function logOf(body: string, lengths: readonly number[] = []): TimingLog {
  const lines = body.trim().split('\n');
  const text = [
    'import asyncio, random, time',
    'async def nap(least, most):',
    '    await asyncio.sleep(random.uniform(least, most))',
    'async def main():',
    ...lines.map((line) => `    ${line}`),
    'asyncio.run(main())',
  ].join('\n');
  const log = new TimingLog();
  const policy = new Varying(['timing', 'ties'], { length: (_range, index) => lengths[index] });
  new Simulation(scenarioOf(text), { policy, sinks: [log] }).run();
  return log;
}

describe('a timing log', () => {
  test('has a jump for each time that the clock stood still at, and what was pending then', () => {
    const log = logOf(
      'await asyncio.gather(asyncio.sleep(1), asyncio.sleep(3))\nawait asyncio.sleep(2)',
    );
    expect(log.jumps.map(({ time }) => time)).toEqual([1, 3, 5]);
    expect(
      log.jumps.map(({ pending }) => pending.map(({ origin, length }) => [origin, length])),
    ).toEqual([
      [
        [0, 1],
        [0, 3],
      ],
      [[0, 3]],
      [[2, 2]],
    ]);
    expect(log.jumps.map(({ fired }) => fired.size)).toEqual([1, 1, 1]);
    expect(log.jumps.every(({ pending }) => pending.every(({ question }) => question < 0))).toBe(
      true,
    );
  });

  test('knows which question decided how long a timer takes', () => {
    const log = logOf('await asyncio.gather(nap(1, 2), asyncio.sleep(5), nap(1, 4))', [1.5, 3]);
    const [{ pending }] = log.jumps;
    expect(pending.map(({ question, length }) => [question, length])).toEqual([
      [0, 1.5],
      [-1, 5],
      [1, 3],
    ]);
    expect(log.lost).toBe(0);
  });

  test('has questions and jumps in the order in which they were decided', () => {
    const log = logOf('await nap(1, 2)\nawait asyncio.gather(nap(1, 2), nap(1, 2))', [1, 2, 2]);
    expect(log.decisions).toEqual([
      { type: 'question', question: 0 },
      { type: 'jump', jump: 0 },
      { type: 'question', question: 1 },
      { type: 'question', question: 2 },
      { type: 'jump', jump: 1 },
      { type: 'question', question: 3 },
    ]);
    expect(log.jumps[1].fired.size).toBe(2);
  });

  test('drops a timer that was cancelled', () => {
    const log = logOf(
      'async with asyncio.timeout(9):\n    await asyncio.sleep(1)\nawait asyncio.sleep(1)',
    );
    expect(log.jumps.map(({ pending }) => pending.length)).toEqual([2, 1]);
  });

  test('counts durations that never became those of a timer', () => {
    expect(logOf('asyncio.sleep(random.uniform(1, 2)).close()', [1.5]).lost).toBe(1);
  });

  test.each([
    ['a blocking call', 'time.sleep(1)', true],
    ['a thread', 'await asyncio.to_thread(time.sleep, 1)', true],
    ['neither', 'await asyncio.sleep(1)', false],
  ])('says of %s whether time passed otherwise than by timers', (_what, body, isBlocked) => {
    expect(logOf(body).isBlocked).toBe(isBlocked);
  });

  test('says of a timer of no length, which needs no jump, that nothing was decided', () => {
    const log = logOf(
      'loop = asyncio.get_running_loop()\nloop.call_later(0, print)\nawait asyncio.sleep(1)',
    );
    expect(log.jumps.map(({ fired }) => fired.size)).toEqual([1]);
  });
});
