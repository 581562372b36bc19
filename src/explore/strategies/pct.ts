// Probabilistic concurrency testing: every task has a random priority, and keeps it but for a few
// points of the run where the one that is asked gets a new one. A task of high priority has short
// durations and comes first; so a task is slow throughout a run, which independent draws rarely
// make it. A bug that needs d such points is found with a known probability. Source: Burckhardt,
// Kothari, Musuvathi and Nagarakatte, "A randomized scheduler with probabilistic guarantees of
// finding bugs" (ASPLOS 2010); priorities stand for speeds here: the ready queue is CPython's.

import type { DurationRange } from '../../kernel/policy.ts';
import { finiteEnd } from '../finite-end.ts';
import type { RandomStream } from '../random-stream.ts';
import type { Answer, Question } from '../schedule.ts';
import type { Coverage } from '../strategy.ts';
import { RandomWalk, type WalkOptions } from './random-walk.ts';

/** The bugs that are looked for need at most this many points less one. */
const DEPTHS = 3;

export interface PctOptions extends WalkOptions {
  /** Questions in the default run. */
  readonly questions: number;
}

export class Pct extends RandomWalk {
  override readonly name = 'pct';
  readonly #questions: number;

  constructor(options: PctOptions) {
    super(options);
    this.#questions = Math.max(1, options.questions);
  }

  protected override decider(random: RandomStream): (question: Question) => Answer {
    const points = Array.from({ length: random.below(DEPTHS) }, () =>
      random.below(this.#questions),
    );
    const priorities = new Map<string, number>();
    const priorityOf = (owner: string): number => {
      const known = priorities.get(owner) ?? random.unit();
      priorities.set(owner, known);
      return known;
    };
    return ({ index, task, range, labels }) => {
      if (points.includes(index)) priorities.delete(`task#${task}`);
      if (range !== null) return durationOf(range, priorityOf(`task#${task}`));
      const owners = labels.map((label, option) => [priorityOf(label), option] as const);
      return owners.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, option]) => option);
    };
  }

  override coverage(): Coverage {
    return { isExhaustive: false, note: 'priorities were drawn at random' };
  }
}

function durationOf(range: DurationRange, priority: number): number {
  const { values, least } = range;
  if (values !== null) return values[Math.floor(priority * values.length)];
  const most = finiteEnd(range);
  return Math.min(most, least + priority * (most - least));
}
