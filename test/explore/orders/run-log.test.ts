// Stretches, moments and questions of small programs whose times are known.
import { describe, expect, test } from 'vitest';
import { logged, loggedModule, rowsOf } from './logged.ts';

describe('a run', () => {
  test('has a moment for each time that the clock stood still at, and all its timers', () => {
    const { record } = logged(
      'await asyncio.gather(asyncio.sleep(1), asyncio.sleep(3))\nawait asyncio.sleep(2)',
    );
    expect(record.moments.map(({ time }) => time)).toEqual([0, 1, 3, 5]);
    expect(record.timers.map(({ parent, length, firedAs }) => [parent, length, firedAs])).toEqual([
      [0, 1, 1],
      [0, 3, 2],
      [2, 2, 3],
    ]);
  });

  test('has a stretch for each timer that fired, called after the one that made it', () => {
    const { record } = logged(
      'async def twice(a, b):\n    await asyncio.sleep(a)\n    await asyncio.sleep(b)\n' +
        'await asyncio.gather(twice(1, 2), twice(2, 1))',
    );
    expect(record.stretches.map(({ id, moment }) => [id, moment])).toEqual([
      ['0', 0],
      ['0.0', 1],
      ['0.1', 2],
      ['0.0.0', 3],
      ['0.1.0', 3],
    ]);
    const { first, last } = record.moments[3];
    expect([first, last]).toEqual([3, 5]);
  });

  test('knows which question decided how long a timer takes', () => {
    const { record } = logged(
      'await asyncio.gather(nap(1, 2), asyncio.sleep(5), nap(1, 4))',
      [1.5, 3],
    );
    expect(record.timers.map(({ question, length }) => [question, length])).toEqual([
      [0, 1.5],
      [-1, 5],
      [1, 3],
    ]);
    expect(record.lost).toBe(0);
  });

  test('has questions and jumps in the order in which they were decided', () => {
    const { record } = logged(
      'await nap(1, 2)\nawait asyncio.gather(nap(1, 2), nap(1, 2))',
      [1, 2, 2],
    );
    expect(record.decisions).toEqual([
      { type: 'question', question: 0, stretch: 0 },
      { type: 'jump', moment: 1 },
      { type: 'question', question: 1, stretch: 1 },
      { type: 'question', question: 2, stretch: 1 },
      { type: 'jump', moment: 2 },
      { type: 'ties', question: 3, first: 2, count: 2 },
    ]);
    // Both are asked in the pass in which the tasks start, the one after that of the sleep.
    expect(record.moments[1].questions.map(({ pass }) => pass)).toEqual([2, 2]);
  });

  test('knows who cancelled a timer, and that one was not cancelled', () => {
    const { record } = logged('async with asyncio.timeout(9):\n    await asyncio.sleep(1)');
    expect(record.timers.map(({ firedAs, cancelledBy }) => [firedAs, cancelledBy])).toEqual([
      [-1, 1],
      [1, -1],
    ]);
  });

  test('commutes with nothing where time passes in a blocking call or places are not known', () => {
    const all = [[], [0], [0, 1]];
    const body = 'await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2), asyncio.sleep(9))';
    const clashesOf = (of: string): number[][] => rowsOf(logged(of).record.clashes);
    const text = `import asyncio\nasync def main():\n    ${body}\nasyncio.run(main())\n`;
    expect(clashesOf(body).slice(0, 3)).not.toEqual(all);
    expect(clashesOf(`time.sleep(1)\n${body}`).slice(0, 3)).toEqual(all);
    expect(rowsOf(loggedModule(text, undefined, false).record.clashes).slice(0, 3)).toEqual(all);
  });

  test('takes a timer that was cancelled before it was due, and is popped later, for nothing', () => {
    const { record } = logged(
      'async def one():\n    await asyncio.sleep(1)\n    async with asyncio.timeout(1):\n' +
        '        pass\n    await asyncio.sleep(5)\n' +
        'await asyncio.gather(one(), asyncio.sleep(2), asyncio.sleep(9))',
    );
    expect(record.stretches[2].moment).toBe(2);
    expect(record.clashes.has(2, 1)).toBe(false);
  });
});
