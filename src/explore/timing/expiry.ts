// Which timers may fire next, given the ranges of all durations and everything that has fired so
// far: each jump of the clock is a moment, the timers are bounds on the differences of moments. An
// order of expiries that the bounds admit has witnesses: durations in their ranges that produce it.
// Fixed lengths are ranges of one point, so equal ones fire together and never apart. Sums of
// doubles are compared with a little noise, far below the clock's resolution: 0.1 + 0.2 is 0.3.

import { CLOCK_RESOLUTION } from '../../kernel/loop.ts';
import type { DurationRange } from '../../kernel/policy.ts';
import { roundestBetween } from '../round-number.ts';
import { DifferenceBounds } from './difference-bounds.ts';
import type { Jump, TimerRecord } from './timing-log.ts';

/** Of the range of an interval that an open end leaves free at each side. */
const MARGIN = 1 / 16;
/** What sums of doubles may be off by, as a share of the longest time. */
const NOISE = 4 * Number.EPSILON;

/** The range of the duration that a question decided. */
export type RangeOf = (question: number) => DurationRange;

/** What may fire at a jump instead, and durations (by question) that make it so. */
export interface Expiry {
  readonly fires: ReadonlySet<number>;
  readonly durations: ReadonlyMap<number, number>;
}

/**
 * The moments up to a jump, constrained by what fired at each. Moment 0 is the start, moment k the
 * jump before the k-th.
 */
export class Expiries {
  readonly #jumps: readonly Jump[];
  readonly #rangeOf: RangeOf;
  readonly #noise: number;
  readonly #maxSets: number;
  /** By jump: the bounds before it. */
  readonly #before: DifferenceBounds[] = [new DifferenceBounds(1)];
  /** Whether some sets of timers were not tried, being too many. */
  isCut = false;
  /** Whether what happened contradicts the bounds: deadlines nearer than can be told apart. */
  isBlurred = false;

  /** `maxSets`: of timers, that are tried at one jump. */
  constructor(jumps: readonly Jump[], rangeOf: RangeOf, maxSets: number) {
    this.#maxSets = maxSets;
    this.#jumps = jumps;
    this.#rangeOf = rangeOf;
    this.#noise = Math.max(1, jumps.at(-1)?.time ?? 0) * NOISE;
  }

  /** Everything that might have fired at a jump in place of what did. */
  alternatives(jump: number): Expiry[] {
    const { pending, fired } = this.#jumps[jump];
    const bounds = this.#boundsBefore(jump);
    if (!bounds.isFeasible) {
      this.isBlurred = true;
      return [];
    }
    const found: Expiry[] = [];
    let tried = 0;
    const extend = (chosen: readonly TimerRecord[], from: number): void => {
      for (let i = from; i < pending.length; i++) {
        if (tried++ >= this.#maxSets) {
          this.isCut = true;
          return;
        }
        const fires = [...chosen, pending[i]];
        if (!this.#constrained(bounds, jump, fires, []).isFeasible) continue;
        this.#offer(found, bounds, jump, fires, fired);
        extend(fires, i + 1);
      }
    };
    extend([], 0);
    return found;
  }

  #offer(
    found: Expiry[],
    bounds: DifferenceBounds,
    jump: number,
    fires: readonly TimerRecord[],
    fired: ReadonlySet<number>,
  ): void {
    const serials = new Set(fires.map(({ serial }) => serial));
    if (serials.size === fired.size && [...serials].every((serial) => fired.has(serial))) return;
    const later = this.#jumps[jump].pending.filter(({ serial }) => !serials.has(serial));
    const constrained = this.#constrained(bounds, jump, fires, later);
    if (!constrained.isFeasible) return;
    found.push({ fires: serials, durations: this.#witness(constrained, jump, fires) });
  }

  #boundsBefore(jump: number): DifferenceBounds {
    for (let k = this.#before.length - 1; k < jump; k++) {
      const { pending, fired } = this.#jumps[k];
      const fires = pending.filter(({ serial }) => fired.has(serial));
      const later = pending.filter(({ serial }) => !fired.has(serial));
      this.#before.push(this.#constrained(this.#before[k], k, fires, later));
    }
    return this.#before[jump];
  }

  /** With the moment of `jump`: these timers fire at it, those are due later. */
  #constrained(
    before: DifferenceBounds,
    jump: number,
    fires: readonly TimerRecord[],
    later: readonly TimerRecord[],
  ): DifferenceBounds {
    const moment = jump + 1;
    const bounds = new DifferenceBounds(moment + 1, before);
    bounds.limit(jump, moment, -CLOCK_RESOLUTION, true);
    for (const timer of fires) {
      const [least, most] = this.#lengths(timer);
      bounds.limit(moment, timer.origin, most + this.#noise);
      bounds.limit(timer.origin, moment, this.#noise - least);
    }
    for (const timer of later) {
      bounds.limit(moment, timer.origin, this.#lengths(timer)[1] - CLOCK_RESOLUTION);
    }
    return bounds;
  }

  #lengths(timer: TimerRecord): readonly [number, number] {
    const range = this.#openRange(timer);
    return range === null ? [timer.length, timer.length] : [range.least, range.most];
  }

  /** Where the length of a timer may lie; null for one that is fixed, or is one of few values. */
  #openRange({ question }: TimerRecord): DurationRange | null {
    if (question < 0) return null;
    const range = this.#rangeOf(question);
    return range.values === null ? range : null;
  }

  /** Durations between moments that are as round as may be, the present ones where they fit. */
  #witness(
    bounds: DifferenceBounds,
    jump: number,
    fires: readonly TimerRecord[],
  ): Map<number, number> {
    const firing = (k: number): readonly TimerRecord[] => {
      const { pending, fired } = this.#jumps[k];
      return k === jump ? fires : pending.filter(({ serial }) => fired.has(serial));
    };
    const moments = this.#moments(bounds, jump, firing);
    const durations = new Map<number, number>();
    for (let k = 0; k <= jump; k++) {
      const now = firing(k);
      for (const timer of this.#jumps[k].pending) {
        const range = this.#openRange(timer);
        if (range === null) continue;
        const [origin, moment] = [moments[timer.origin], moments[k + 1]];
        if (now.includes(timer)) durations.set(timer.question, lengthOf(range, origin, moment));
        else this.#outlast(durations, timer, range, moment - origin);
      }
    }
    return durations;
  }

  /** Makes a timer that did not fire long enough, as those are that were cancelled later. */
  #outlast(
    durations: Map<number, number>,
    { question, length }: TimerRecord,
    { most }: DurationRange,
    passed: number,
  ): void {
    const least = passed + CLOCK_RESOLUTION;
    if ((durations.get(question) ?? length) > least) return;
    const end = Number.isFinite(most) ? most : passed * 2;
    const margin = Math.max((end - passed) * MARGIN, CLOCK_RESOLUTION);
    durations.set(question, roundestBetween(Math.min(passed + margin, end), end, end));
  }

  #moments(
    bounds: DifferenceBounds,
    jump: number,
    firing: (jump: number) => readonly TimerRecord[],
  ): number[] {
    const moments = [0];
    for (let moment = 1; moment <= jump + 1; moment++) {
      const { least, most, isOpen } = bounds.between(moment, 0);
      const fixed = firing(moment - 1).filter((timer) => this.#openRange(timer) === null);
      const present = this.#jumps[moment - 1].time;
      const end = Number.isFinite(most) ? most : Math.max(present, least * 2 + 1);
      const margin = isOpen && end > least ? (end - least) * MARGIN : 0;
      // The deadline of a fixed timer is what the loop computes, to the last bit.
      const value =
        fixed.length === 0
          ? roundestBetween(least + margin, end - margin, present)
          : Math.min(...fixed.map(({ origin, length }) => moments[origin] + length));
      moments.push(value);
      bounds.limit(moment, 0, value);
      bounds.limit(0, moment, -value);
    }
    return moments;
  }
}

/** The length of a timer that is made at `origin` and fires at `moment`. */
function lengthOf({ least, most }: DurationRange, origin: number, moment: number): number {
  return Math.min(most, Math.max(least, moment - origin));
}
