// What went wrong in a run, in a form in which two runs can be compared: two symptoms of one key
// are the same failure, whatever the times and numbers of tasks are.

import { levelOf } from '../check/finding-rules.ts';
import type { ChoiceKind } from '../kernel/policy.ts';
import type { Rule } from '../scenario/judge.ts';
import type { Violation } from '../trace/finding.ts';
import type { Ended } from './subject.ts';

export interface Symptom {
  /** `exception`, `exit`, `expectation`, `limit`, or a checker's: `deadlock`, `leak` … */
  readonly rule: string;
  /** The same for the same failure. */
  readonly key: string;
  readonly message: string;
  /** Virtual seconds. */
  readonly time: number;
  /** Advice makes no run a failed one. */
  readonly level: 'failure' | 'advice';
}

/**
 * The symptoms of a run, the most telling first. `departed`: the kinds of choice that were not
 * answered as by default.
 */
export function symptomsOf(
  ended: Ended,
  violations: readonly Violation[],
  departed: ReadonlySet<ChoiceKind>,
): Symptom[] {
  const all = [...endSymptoms(ended, departed), ...violations.map(violationSymptom)];
  const keys = new Set<string>();
  return all.filter(({ key }) => !keys.has(key) && keys.add(key));
}

/** The key of a broken expectation; `index` counts `always`, `eventually` and `finally` through. */
export function expectationKey(rule: Rule, index: number): string {
  return `expectation ${rule} ${index}`;
}

/**
 * A cancellation that was delivered may end the program: that alone is no failure, and what was to
 * hold in the end is not reached.
 */
function endSymptoms(ended: Ended, departed: ReadonlySet<ChoiceKind>): Symptom[] {
  const { end, errorText, errorLine, exitCode, limit, time, verdicts } = ended;
  const isDelivered = departed.has('cancel');
  const symptoms: Symptom[] = [];
  if (end === 'failed' && errorText !== null && !(isDelivered && ended.isCancelled)) {
    const at = errorLine === 0 ? '' : ` on line ${errorLine}`;
    const key = `exception ${errorText.split(':')[0]} ${errorLine}`;
    symptoms.push({
      ...{ rule: 'exception', key, time },
      message: `${errorText}${at}`,
      level: 'failure',
    });
  }
  // As a shell judges it. What has failed is told already; one that is cancelled may give up.
  if (end !== 'failed' && !isDelivered && exitCode !== null && exitCode !== 0) {
    const message = `the program exits with code ${exitCode}`;
    symptoms.push({ rule: 'exit', key: `exit ${exitCode}`, message, time, level: 'failure' });
  }
  verdicts.forEach(({ rule, held, text, reason, time: when }, index) => {
    if (held !== false || (isDelivered && ended.isCancelled && rule !== 'always')) return;
    const key = expectationKey(rule, index);
    const why = reason === '' ? '' : `: ${reason}`;
    const message = `${rule}: ${text}${why}`;
    symptoms.push({ ...{ rule: 'expectation', key, time: when }, message, level: 'failure' });
  });
  if (limit !== null) {
    symptoms.push({ ...{ rule: 'limit', key: 'limit', time }, message: limit, level: 'failure' });
  }
  return symptoms;
}

function violationSymptom(violation: Violation): Symptom {
  const { rule, time, message } = violation;
  return { rule, key: violationKey(violation), message, time, level: levelOf(rule) };
}

/** The key of a violation: its rule and its message without numbers. */
export function violationKey({ rule, message }: Violation): string {
  return `${rule} ${message.replace(/\d+(\.\d+)?/g, 'N')}`;
}
