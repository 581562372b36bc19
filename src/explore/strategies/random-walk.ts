// The seeded random walk: every choice by chance, each run on a stream of its own. Source: the
// baseline of Thomson, Donaldson and Betts, "Concurrency testing using controlled schedulers"
// (ACM TOPC 2016), where it finds most bugs that cleverer strategies find.

import type { ChoiceKind } from '../../kernel/policy.ts';
import { RandomStream } from '../random-stream.ts';
import { type Answer, orderFrom, type Question } from '../schedule.ts';
import type { Coverage, Plan, Strategy } from '../strategy.ts';
import type { Trial } from '../trial.ts';
import { drawDuration } from './draw-duration.ts';

/** Seeds of the program that are drawn from. */
const SEEDS = 0x8000_0000;
/** A run delivers one cancellation, and a further one with this probability. */
const SECOND_CANCELLATION = 0.2;

export interface WalkOptions {
  /** Of the walk's own draws. */
  readonly seed: number;
  /** Of the program's random numbers by default. */
  readonly programSeed: number;
  readonly kinds: ReadonlySet<ChoiceKind>;
  /** Questions of the kind `cancel` in the default run. */
  readonly cancelPoints: number;
}

export class RandomWalk implements Strategy {
  readonly name: string = 'random';
  protected readonly options: WalkOptions;

  constructor(options: WalkOptions) {
    this.options = options;
  }

  isIndexed(_index: number): boolean {
    return true;
  }

  plan(index: number): Plan {
    const { seed, programSeed, kinds } = this.options;
    const random = new RandomStream(`${seed}/${this.name}/${index}`);
    const drawn = random.below(SEEDS);
    const cancels = this.#cancelPoints(random);
    let cancelPoint = 0;
    const decideOther = this.decider(random);
    return {
      seed: kinds.has('data') ? drawn : programSeed,
      decide: (question) => {
        if (question.kind !== 'cancel') return decideOther(question);
        if (!cancels.includes(cancelPoint++)) return null;
        return orderFrom(1 + random.below(question.options - 1), question.options);
      },
    };
  }

  /** What answers the questions of one run, all but those of the kind `cancel`. */
  protected decider(random: RandomStream): (question: Question) => Answer {
    return ({ range, options }) =>
      range === null ? random.order(options) : drawDuration(range, random);
  }

  #cancelPoints(random: RandomStream): number[] {
    const { cancelPoints } = this.options;
    const first = random.below(Math.max(1, cancelPoints));
    const second = random.below(Math.max(1, cancelPoints));
    return random.happens(SECOND_CANCELLATION) ? [first, second] : [first];
  }

  learn(_trial: Trial): void {}

  coverage(): Coverage {
    return { isExhaustive: false, note: 'schedules were drawn at random' };
  }
}
