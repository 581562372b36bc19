import { describe, expect, test } from 'vitest';
import { Endings } from '../../../src/report/why/endings.ts';
import { recorded } from '../../replay/programs.ts';
import { limits } from '../../simulated.ts';
import { findingsOf, inquired, inquiryInto, rows } from './inquired.ts';
import { BLOCKED, FAILING, LEFT_BEHIND } from './programs.ts';

describe('how a run ended', () => {
  test('an exception is followed to the task that raised it first', () => {
    const [finding] = findingsOf(FAILING);
    expect(finding).toMatchObject({
      rule: 'failure',
      headline:
        "Failure: Task-1 (main) ended with ValueError('no') at 1 s, " +
        'which Task-2 (fail) raised at 1 s, after line 5',
      tasks: [2, 1],
    });
  });

  test('a group is followed to the first exception in it', () => {
    const text = FAILING.replace(
      'await asyncio.create_task(fail())',
      'async with asyncio.TaskGroup() as group:\n        group.create_task(fail())',
    );
    expect(findingsOf(text)[0].headline).toBe(
      "Failure: Task-1 (main) ended with ExceptionGroup('unhandled errors in a TaskGroup', " +
        "[ValueError('no')]) at 1 s, which Task-2 (fail) raised at 1 s, after line 5",
    );
  });

  test('tasks that main left behind are named with where they were made', () => {
    const [finding] = findingsOf(LEFT_BEHIND);
    expect(finding.headline).toBe(
      'Leaked tasks: Task-2 (forever) was still running when Task-1 (main) ended at 1 s, ' +
        'and asyncio.run cancelled it',
    );
    expect(rows(finding.steps)).toEqual([
      [0, 2, 7, 'is created by Task-1 (main)'],
      [1, 1, 0, 'returns None'],
    ]);
  });

  test('a blocking call is told with whom it delayed most', () => {
    const [finding] = findingsOf(BLOCKED);
    expect(finding.headline).toBe(
      'Blocked loop: the loop was held for 2 s, 50 % of the run, by 1 blocking call, ' +
        'longest by Task-1 (main) for 2 s (line 9); 1 timer was late, by up to 1 s',
    );
    expect(rows(finding.steps)).toEqual([
      [1, 1, 9, 'blocks the loop for 2 s'],
      [3, 2, 5, 'wakes 1 s late, due at 2 s'],
    ]);
  });

  test('an expectation that failed is told with its reason', () => {
    const text = 'main:\n  - await sleep(1)\nexpect:\n  finally: [now() == 2]\n';
    const explained = inquired(text, 'spec.yaml').explain({ about: 'run' });
    expect(explained).toMatchObject({
      findings: [{ rule: 'expectation failed', time: 1 }],
    });
  });

  test('a limit is told with who ran most at the last instant', () => {
    const text = `import asyncio
async def main():
    while True:
        await asyncio.sleep(0)
asyncio.run(main())
`;
    const { trace } = recorded(text, { limits: limits({ instantSteps: 50 }) });
    const explained = inquiryInto(trace).explain({ about: 'run' });
    expect(explained).toMatchObject({
      findings: [
        {
          rule: 'limit',
          headline:
            'Limit: the run was ended at a limit at 0 s; ' +
            'at that instant Task-1 (main) ran 50 times',
          advice: 'see what keeps it running: --task 1',
        },
      ],
    });
  });

  test('an exception that nobody asked for is told by the warning', () => {
    const text = FAILING.replace(
      'await asyncio.create_task(fail())',
      'task = asyncio.create_task(fail())\n    await asyncio.sleep(2)',
    );
    expect(findingsOf(text)).toMatchObject([
      {
        rule: 'warning',
        headline: 'Warning at 2 s: never-retrieved: nobody asked for ValueError of Task-2 (fail)',
        steps: [{ at: [6, 5], source: 'raise ValueError("no")' }],
      },
    ]);
  });

  test('the busiest of nobody is the loop', () => {
    expect(new Endings().busiest()).toEqual([0, 0]);
  });
});
