// A failure as it is handed out.
import { describe, expect, test } from 'vitest';
import { type Finding, findingOf } from '../../src/explore/finding.ts';
import type { Schedule } from '../../src/explore/schedule.ts';
import { runSchedule } from '../../src/explore/trial.ts';
import { finished } from '../../src/explore/work.ts';
import type { ChoiceKind } from '../../src/kernel/policy.ts';
import { replay, sourceOf } from '../../src/replay/replay.ts';
import { LEAK, RACE, subjectOf, TIE, variation } from './explored.ts';

function found(
  text: string,
  kinds: readonly ChoiceKind[],
  answers: Schedule['answers'],
  rule = 'exception',
): Finding {
  const subject = subjectOf(text);
  const trial = finished(runSchedule(subject, variation(kinds), { seed: 1, answers }));
  const symptom = trial.symptoms.find((each) => each.rule === rule)!;
  return finished(findingOf(subject, variation(kinds), { symptom, trial, run: 5 }));
}

describe('a finding', () => {
  test('of a duration says whose wait on which line takes how long', () => {
    const answers = new Map([
      [0, 1.25],
      [1, 2.7654321],
    ]);
    const { kinds, reach, departures, run } = found(RACE, ['timing'], answers);
    expect([kinds, reach, run]).toEqual([['timing'], 'reachable on CPython', 5]);
    expect(departures.map(({ kind, text }) => [kind, text])).toEqual([
      // CPython's second random.uniform(1, 3) of seed 4.
      ['timing', 'Task-2 (slow) on line 4 draws 3 s instead of 1.20633 s (1 to 3 s)'],
    ]);
  });

  test('of a tie says in which order the timers fire', () => {
    const { departures, reach } = found(TIE, ['ties'], new Map([[0, [1, 2, 0]]]));
    expect(reach).toBe('unspecified order');
    expect(departures).toEqual([
      { kind: 'ties', at: null, text: 'timers of 1 s fire in the order 2, 1, 3 of their making' },
    ]);
  });

  test('of a cancellation says who is cancelled where', () => {
    const answers = new Map([[1, [1, 0, 2]]]);
    const { departures, reach } = found(LEAK, ['cancel'], answers, 'deadlock');
    expect(reach).toBe('under cancellation');
    expect(departures.map(({ text }) => text)).toEqual([
      'Task-2 (main.<locals>.hold) is cancelled on line 8 while it waits',
    ]);
  });

  test('of other random numbers names their seed', () => {
    // CPython's random.Random(1) gives 2 first, that of 2 gives 1.
    const subject = subjectOf('import random\nassert random.randint(1, 6) == 2\n');
    const trial = finished(
      runSchedule(subject, variation(['data']), { seed: 2, answers: new Map() }),
    );
    const [symptom] = trial.symptoms;
    const finding = finished(findingOf(subject, variation(['data']), { symptom, trial, run: 2 }));
    expect([finding.kinds, finding.schedule.seed]).toEqual([['data'], 2]);
    expect(finding.departures).toEqual([
      { kind: 'data', at: null, text: 'random numbers of seed 2' },
    ]);
  });

  test('has a trace that replays', () => {
    const { trace } = found(RACE, ['timing'], new Map([[1, 2.5]]));
    expect(replay(sourceOf(trace!)).divergence).toBe(null);
  });
});
