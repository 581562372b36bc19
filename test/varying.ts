// A policy for the specs: it varies what it is told to, answers by functions, and keeps the
// questions.

import type { ChoiceKind, DurationRange, Jitter, SchedulingPolicy } from '../src/kernel/policy.ts';

export interface Answers {
  readonly jitter?: Jitter;
  /** An order of options. Default: as given. */
  readonly order?: (
    kind: ChoiceKind,
    labels: readonly string[],
    index: number,
  ) => readonly number[];
  /** A duration. Default: as asked for. */
  readonly length?: (range: DurationRange, index: number) => number;
}

export class Varying implements SchedulingPolicy {
  readonly name = 'varying';
  readonly varies: ReadonlySet<ChoiceKind>;
  readonly jitter: Jitter | null;
  readonly orders: (readonly [ChoiceKind, readonly string[], number])[] = [];
  readonly ranges: DurationRange[] = [];
  readonly #answers: Answers;

  constructor(kinds: readonly ChoiceKind[], answers: Answers = {}) {
    this.varies = new Set(kinds);
    this.jitter = answers.jitter ?? null;
    this.#answers = answers;
  }

  beginRun(): boolean {
    return true;
  }

  choose(kind: ChoiceKind, labels: readonly string[], task: number): readonly number[] {
    this.orders.push([kind, labels, task]);
    const order = this.#answers.order?.(kind, labels, this.orders.length - 1);
    return order ?? labels.map((_, index) => index);
  }

  duration(range: DurationRange): number {
    this.ranges.push(range);
    return this.#answers.length?.(range, this.ranges.length - 1) ?? range.nominal;
  }
}
