// The policy of an explored run: it asks whoever decides, keeps what was asked and answered, and
// answers as by default where an answer does not fit, so that a schedule that was cut can be run.

import {
  type ChoiceKind,
  type DurationRange,
  isOrderOf,
  type Jitter,
  policyName,
  type SchedulingPolicy,
} from '../kernel/policy.ts';
import { type Answer, type Asked, type Decide, givenOrder, isDefault } from './schedule.ts';

/** What may vary. */
export interface Variation {
  readonly kinds: ReadonlySet<ChoiceKind>;
  /** By how much every positive duration may vary; null for those out of a draw only. */
  readonly jitter: Jitter | null;
}

export class AskedPolicy implements SchedulingPolicy {
  readonly name: string;
  readonly varies: ReadonlySet<ChoiceKind>;
  readonly jitter: Jitter | null;
  /** Every question so far, in order. */
  readonly asked: Asked[] = [];
  readonly #decide: Decide;

  constructor(variation: Variation, decide: Decide) {
    this.name = policyName(variation.kinds, variation.jitter);
    this.varies = variation.kinds;
    this.jitter = variation.jitter;
    this.#decide = decide;
  }

  beginRun(): boolean {
    return true;
  }

  choose(kind: ChoiceKind, labels: readonly string[], task = 0): readonly number[] {
    const options = labels.length;
    const index = this.asked.length;
    const answer = this.#decide({ index, kind, options, range: null, labels, task });
    const fits = typeof answer === 'object' && answer !== null && isOrderOf(options, answer);
    const departs = fits && !isDefault(answer, null);
    this.asked.push({ kind, options, range: null, answer: departs ? answer : null });
    return departs ? answer : givenOrder(options);
  }

  duration(range: DurationRange, task = 0): number {
    const index = this.asked.length;
    const answer = this.#decide({ index, kind: 'timing', options: 0, range, labels: [], task });
    const departs = isInRange(answer, range) && !isDefault(answer, range);
    this.asked.push({ kind: 'timing', options: 0, range, answer: departs ? answer : null });
    return departs ? answer : range.nominal;
  }
}

function isInRange(answer: Answer | null, range: DurationRange): answer is number {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return false;
  if (range.values !== null) return range.values.includes(answer);
  return answer >= range.least && answer <= range.most;
}
