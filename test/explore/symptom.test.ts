// What went wrong in a run, and when two runs show the same failure.
import { describe, expect, test } from 'vitest';
import type { Ended } from '../../src/explore/subject.ts';
import { symptomsOf } from '../../src/explore/symptom.ts';
import type { ChoiceKind } from '../../src/kernel/policy.ts';
import type { Verdict } from '../../src/scenario/judge.ts';
import type { Violation } from '../../src/trace/finding.ts';

const well: Ended = {
  ...{ end: 'finished', errorText: null, isCancelled: false, errorLine: 0, limit: null },
  exitCode: null,
  ...{ verdicts: [], time: 3 },
};
const failed: Ended = { ...well, end: 'failed', errorText: 'ValueError: 5 is late', errorLine: 12 };
const cancelled: Ended = { ...failed, errorText: 'CancelledError', isCancelled: true };
const unmet = { held: false, text: 'x == 1', reason: 'x is 2', time: 2 };
const none = new Set<ChoiceKind>();
const delivered = new Set<ChoiceKind>(['cancel', 'ties']);

describe('the symptoms of a run', () => {
  test('are none where all is well', () => {
    expect(symptomsOf(well, [], none)).toEqual([]);
  });

  test('have the exception that left the program, whose message does not tell failures apart', () => {
    const [symptom] = symptomsOf(failed, [], none);
    expect(symptom).toEqual({
      ...{ rule: 'exception', key: 'exception ValueError 12', level: 'failure', time: 3 },
      message: 'ValueError: 5 is late on line 12',
    });
    const other = symptomsOf({ ...failed, errorText: 'ValueError: 6 is late' }, [], none)[0];
    expect(other.key).toBe(symptom.key);
    expect(symptomsOf({ ...failed, errorLine: 13 }, [], none)[0].key).not.toBe(symptom.key);
  });

  test('name no line where none is known', () => {
    expect(symptomsOf({ ...failed, errorLine: 0 }, [], none)[0].message).toBe(
      'ValueError: 5 is late',
    );
  });

  test('do not have a cancellation that was delivered and ended the program', () => {
    expect(symptomsOf(cancelled, [], delivered)).toEqual([]);
    expect(symptomsOf(cancelled, [], none)).toHaveLength(1);
    expect(symptomsOf(failed, [], delivered)).toHaveLength(1);
  });

  test('have each expectation that did not hold, with its reason', () => {
    const verdicts: Verdict[] = [
      { ...unmet, rule: 'finally', held: true },
      { ...unmet, rule: 'finally' },
    ];
    expect(symptomsOf({ ...well, verdicts }, [], none)).toEqual([
      {
        ...{ rule: 'expectation', key: 'expectation finally 1', level: 'failure', time: 2 },
        message: 'finally: x == 1: x is 2',
      },
    ]);
  });

  test('of a program that was cancelled have what always holds, and not what holds in the end', () => {
    const verdicts = (['always', 'eventually', 'finally'] as const).map(
      (rule): Verdict => ({ ...unmet, rule }),
    );
    const rules = symptomsOf({ ...cancelled, verdicts }, [], delivered).map(({ key }) => key);
    expect(rules).toEqual(['expectation always 0']);
  });

  test('have an exit code that says failure, unless a cancellation was delivered', () => {
    const left = { ...well, exitCode: 3 };
    expect(symptomsOf(left, [], none)).toEqual([
      {
        ...{ rule: 'exit', key: 'exit 3', level: 'failure', time: 3 },
        message: 'the program exits with code 3',
      },
    ]);
    expect(symptomsOf(left, [], delivered)).toEqual([]);
    expect(symptomsOf({ ...well, exitCode: 0 }, [], none)).toEqual([]);
    expect(symptomsOf({ ...failed, exitCode: 130 }, [], none)).toHaveLength(1);
  });

  test('have a limit that was reached', () => {
    expect(symptomsOf({ ...well, end: 'limit', limit: 'steps: 10' }, [], none)).toEqual([
      { rule: 'limit', key: 'limit', level: 'failure', time: 3, message: 'steps: 10' },
    ]);
  });

  test('have what checkers found, the same whatever the numbers in it are, once', () => {
    const violation = (message: string, rule = 'leak'): Violation => {
      return { rule, time: 1, tasks: [], message };
    };
    const violations = [
      violation('Task-2 keeps a lock since 1.5 s'),
      violation('Task-31 keeps a lock since 2 s'),
      violation('Task-2 is left', 'task.leaked'),
    ];
    const symptoms = symptomsOf(well, violations, none);
    expect(symptoms.map(({ key, level }) => [key, level])).toEqual([
      ['leak Task-N keeps a lock since N s', 'failure'],
      ['task.leaked Task-N is left', 'advice'],
    ]);
    expect(symptoms[0].message).toBe('Task-2 keeps a lock since 1.5 s');
  });
});
