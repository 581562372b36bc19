import { describe, expect, test } from 'vitest';
import { explainTask } from '../../../src/report/why/task-answer.ts';
import { inquired, rows, taskAt } from './inquired.ts';
import { BLOCKED, CONTENDED, CROSSED_LOCKS, LEFT_BEHIND } from './programs.ts';

describe('why a task ran at a time, or did not', () => {
  test('it waited: for what, since when, and who held that', () => {
    const { answer, waits, causes } = taskAt(CONTENDED, 4, 1.5);
    expect(answer).toBe(
      'Task-4 (work) did not run at 1.5 s: it waits for lock since 0 s (line 6), ' +
        'held by Task-3 (work) since 1 s',
    );
    expect(rows(waits)).toEqual([
      [0, 4, 6, 'waits for lock since 0 s, held by Task-3 (work) since 1 s'],
      [1, 3, 7, 'sleeps since 1 s until 2 s'],
    ]);
    expect(rows(causes.steps)[0]).toEqual([0, 4, 5, 'starts']);
  });

  test('it ran, and then waited again', () => {
    expect(taskAt(CONTENDED, 3, 1).answer).toBe(
      'Task-3 (work) ran at 1 s, and then sleeps since 1 s (line 7) until 2 s',
    );
  });

  test('it was running: a blocking call', () => {
    expect(taskAt(BLOCKED, 1, 2).answer).toBe(
      'Task-1 (main) was running at 2 s, since 1 s (line 8)',
    );
  });

  test('it had ended, or ended just then', () => {
    expect(taskAt(CONTENDED, 2, 2).answer).toBe(
      'Task-2 (work) did not run at 2 s: it ended at 1 s: it returned None',
    );
    expect(taskAt(CONTENDED, 2, null).answer).toBe('Task-2 (work) ended at 1 s: it returned None');
    expect(taskAt(LEFT_BEHIND, 2, 1).answer).toBe(
      'Task-2 (forever) ended at 1 s: it was cancelled',
    );
  });

  test('it was not there yet', () => {
    const text = `import asyncio
async def main():
    await asyncio.sleep(2)
    await asyncio.create_task(asyncio.sleep(1))
asyncio.run(main())
`;
    expect(taskAt(text, 2, 1).answer).toBe(
      'Task-2 (sleep) did not run at 1 s: it was created at 2 s only',
    );
  });

  test('it has not ended: without a time, the end is meant', () => {
    expect(taskAt(CROSSED_LOCKS, 2, null)).toMatchObject({
      time: 1,
      answer:
        'Task-2 (take) has not ended: it waits for right since 1 s (line 9), ' +
        'held by Task-3 (take) since 0 s',
    });
  });

  test('a time as a report shows it is near enough', () => {
    const { history } = inquired(CONTENDED);
    expect(explainTask(history, 3, 1 - 1e-12)).toMatchObject({
      answer: 'Task-3 (work) ran at 1 s, and then sleeps since 1 s (line 7) until 2 s',
    });
  });
});
