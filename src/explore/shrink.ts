// The smallest schedule of a failure: the fewest departures from the default order, the strangest
// kinds given up first, durations round. Deterministic, and idempotent: what comes out is tried in
// every way once more and cannot be made smaller. Source: Zeller and Hildebrandt, "Simplifying and
// isolating failure-inducing input" (IEEE TSE 2002): ddmin.

import { CHOICE_KINDS, type DurationRange } from '../kernel/policy.ts';
import type { Variation } from './asked-policy.ts';
import { DEFAULT_EXPLORE_LIMITS, raisedBy } from './limits.ts';
import { type Answer, type Asked, givenOrder, type Schedule } from './schedule.ts';
import type { Subject } from './subject.ts';
import { runSchedule, scheduleOfTrial, type Trial } from './trial.ts';
import { Halted, pause, type Work } from './work.ts';

/** Digits after the point that a duration is rounded to. */
const DIGITS = [0, 1, 2, 3, 4, 6];

type Entry = readonly [question: number, answer: Answer];

/** A failure, made small. */
export interface Shrunk {
  readonly trial: Trial;
  /** Why there may be a smaller one, as a clause; null where there is none. */
  readonly unfinished: string | null;
}

/**
 * The trial of the smallest schedule that shows the symptom of this key, as `trial` does; where it
 * is ended early, the smallest so far.
 */
export function shrink(
  subject: Subject,
  variation: Variation,
  { trial, key, maxRuns = DEFAULT_EXPLORE_LIMITS.shrink }: ShrinkOptions,
): Work<Shrunk> {
  return new Shrinker(subject, variation, { trial, key, maxRuns }).shrink();
}

export interface ShrinkOptions {
  readonly trial: Trial;
  readonly key: string;
  /** Runs that it may take. */
  readonly maxRuns?: number;
}

class Shrinker {
  readonly #subject: Subject;
  readonly #variation: Variation;
  readonly #key: string;
  readonly #maxRuns: number;
  #best: Trial;
  #runs = 0;

  constructor(subject: Subject, variation: Variation, options: Required<ShrinkOptions>) {
    this.#subject = subject;
    this.#variation = variation;
    this.#key = options.key;
    this.#maxRuns = options.maxRuns;
    this.#best = options.trial;
  }

  *shrink(): Work<Shrunk> {
    let unfinished: string | null = null;
    try {
      let before: string;
      do {
        before = JSON.stringify([this.#best.seed, [...this.#schedule.answers]]);
        yield* this.#giveUpKinds();
        yield* this.#giveUpAnswers();
        yield* this.#simplifyAnswers();
      } while (before !== JSON.stringify([this.#best.seed, [...this.#schedule.answers]]));
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
      unfinished = error.reason;
    }
    return { trial: this.#best, unfinished };
  }

  get #schedule(): Schedule {
    return scheduleOfTrial(this.#best);
  }

  /** Whether a schedule shows the failure; it is the best one then. Throws Halted. */
  *#fails(schedule: Schedule): Work<boolean> {
    if (this.#runs >= this.#maxRuns) {
      const made = this.#maxRuns === 1 ? '1 run was' : `${this.#maxRuns} runs were`;
      throw new Halted(`${made} made${raisedBy('shrink')}`);
    }
    this.#runs++;
    yield* pause();
    const trial = yield* runSchedule(this.#subject, this.#variation, schedule);
    if (!trial.symptoms.some(({ key }) => key === this.#key)) return false;
    this.#best = trial;
    return true;
  }

  *#giveUpKinds(): Work<void> {
    const { seed } = this.#subject;
    if (this.#best.seed !== seed) yield* this.#fails({ ...this.#schedule, seed });
    for (const kind of [...CHOICE_KINDS].reverse()) {
      const { answers } = this.#schedule;
      const { asked } = this.#best;
      const others = [...answers].filter(([question]) => asked[question].kind !== kind);
      if (others.length === answers.size) continue;
      if (yield* this.#fails(this.#with(others))) continue;
      if (kind !== 'timing') yield* this.#moveApart(others);
    }
  }

  /** Durations that are equal need an order that others do not: tries each a little elsewhere. */
  *#moveApart(entries: readonly Entry[]): Work<void> {
    const { asked } = this.#best;
    for (const [question, answer] of entries) {
      const { range } = asked[question];
      if (range === null || range.values !== null) continue;
      for (const end of [range.most, range.least]) {
        const between = ((answer as number) + (Number.isFinite(end) ? end : range.nominal * 2)) / 2;
        const moved = entries.map(
          (each): Entry => (each[0] === question ? [question, between] : each),
        );
        if (yield* this.#fails(this.#with(moved))) return;
      }
    }
  }

  /** ddmin: without ever smaller parts. */
  *#giveUpAnswers(): Work<void> {
    let parts = 2;
    for (;;) {
      const entries = [...this.#schedule.answers];
      if (entries.length === 0) return;
      const size = Math.ceil(entries.length / parts);
      let isSmaller = false;
      for (let start = 0; start < entries.length && !isSmaller; start += size) {
        const rest = [...entries.slice(0, start), ...entries.slice(start + size)];
        isSmaller = yield* this.#fails(this.#with(rest));
      }
      if (isSmaller) parts = Math.max(2, parts - 1);
      else if (size === 1) return;
      else parts = Math.min(entries.length, parts * 2);
    }
  }

  *#simplifyAnswers(): Work<void> {
    for (const [question] of [...this.#schedule.answers]) {
      const asked = this.#best.asked.at(question);
      if (asked === undefined || asked.answer === null) continue;
      for (const simpler of simplerThan(asked)) {
        const entries = [...this.#schedule.answers].map(([each, answer]): Entry => {
          return [each, each === question ? simpler : answer];
        });
        if (yield* this.#fails(this.#with(entries))) break;
      }
    }
  }

  #with(entries: readonly Entry[]): Schedule {
    return { seed: this.#best.seed, answers: new Map(entries) };
  }
}

/** Answers that are simpler than the one that was given, the simplest first. */
function simplerThan({ range, options, answer }: Asked): Answer[] {
  if (range !== null) return roundDurations(range, answer as number);
  const order = answer as readonly number[];
  const first = order.findIndex((option, index) => option !== index);
  const orders: number[][] = [];
  for (let i = first; i < options; i++) {
    for (let j = i + 1; j < Math.min(options, i + 8); j++) {
      const swapped = givenOrder(options);
      swapped.splice(i, 0, ...swapped.splice(j, 1));
      orders.push(swapped);
    }
  }
  const given = orders.findIndex((each) => each.every((option, index) => option === order[index]));
  return given < 0 ? orders.slice(0, 32) : orders.slice(0, Math.min(given, 32));
}

function roundDurations(range: DurationRange, answer: number): number[] {
  const { values, least, most } = range;
  if (values !== null) return values.filter((value) => value < answer);
  const rounded: number[] = [];
  for (const digits of DIGITS) {
    const scale = Number(`1e${digits}`);
    const near = Math.round(answer * scale);
    for (const count of [near, near - 1, near + 1]) {
      const value = count / scale;
      if (value === answer) return rounded;
      if (value >= least && value <= most) rounded.push(value);
    }
  }
  return rounded;
}
