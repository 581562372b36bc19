// Branches and open questions, read in runs of three tasks.
import { describe, expect, test } from 'vitest';
import { branchOf, jumpTo, ROOT, THREE, walkedRun } from './walked.ts';

const LENGTHS = [1.25, 1.5, 1.75];

describe('the default run', () => {
  const { run, walked } = walkedRun(THREE, LENGTHS);

  test('has a branch before each jump, in which it tried what it did', () => {
    const branches = ['0.0', '0.1', '0.2'].map((id) => jumpTo(run, id));
    expect(branches.map(({ count, tried }) => [count, tried])).toEqual([
      [1, [['0.0']]],
      [2, [['0.1']]],
      [3, [['0.2']]],
    ]);
    expect(branches.every(({ tie }) => tie === null)).toBe(true);
  });

  test('is new from end to end, and has no question of few answers', () => {
    expect(walked).toMatchObject({ questions: [] });
    expect(walked.end).toBe(run.record.stretches.length);
    expect([0, 1, 2, 3].some(walked.isOld)).toBe(false);
  });

  test('has a branch for each place of a batch of ties that leaves a choice, too', () => {
    const tied = walkedRun(THREE, [1.5, 1.5, 1.5]).run;
    const places = ['0.0', '0.1', '0.2'].map((id) => branchOf(tied, id).tie?.place);
    // Whatever is left comes last.
    expect(places).toEqual([0, 1, undefined]);
    expect(jumpTo(tied, '0.1').tried).toEqual([['0.0', '0.1', '0.2']]);
  });

  test('has questions whose answers are few', () => {
    const body = 'await asyncio.sleep(random.choice([1, 2]))';
    expect(walkedRun(body).walked.questions).toEqual([{ question: 0, place: 0 }]);
  });
});

describe('a run that departs', () => {
  const first = walkedRun(THREE, LENGTHS).run;
  const branch = jumpTo(first, '0.0');

  /** With the firing of one timer in place of the first one of the default run. */
  const departed = (fires: string, lengths: readonly number[]) => {
    const departing = { type: 'jump', branch, fires: [fires] } as const;
    const at = { ...branch, tried: [['0.0'], [fires]] };
    return walkedRun(THREE, lengths, { ...ROOT, departing: { ...departing, branch: at } });
  };

  test('takes its jump from the run before, and has new ones after it', () => {
    const { run, walked } = departed('0.1', [1.25, 1, 1.75]);
    expect(jumpTo(run, '0.1').tried).toEqual([['0.0'], ['0.1']]);
    expect(jumpTo(run, '0.0').tried).toEqual([['0.0']]);
    expect([0, 1, 2, 3].map(walked.isOld)).toEqual([true, false, false, false]);
  });
});
