// Which timers may fire next, given the ranges of all durations and everything that has fired so
// far: each jump of the clock is a moment, the timers are bounds on the differences of moments. An
// order of expiries that the bounds admit has witnesses: durations in their ranges that produce it.
// Fixed lengths are ranges of one point, so equal ones fire together and never apart.

import type { DurationRange } from '../../kernel/policy.ts';
import { roundestBetween } from '../round-number.ts';
import { DifferenceBounds } from './difference-bounds.ts';
import type { Jump, TimerRecord } from './timing-log.ts';

/** Of the range of an interval that an open end leaves free at each side. */
const MARGIN = 1 / 16;
/** Sets of timers that are tried at one jump. */
export const MAXIMUM_SETS = 256;

/** The range of the duration that a question decided. */
export type RangeOf = (question: number) => DurationRange;

/** What may fire at a jump instead, and durations (by question) that make it so. */
export interface Expiry {
  readonly fires: ReadonlySet<number>;
  readonly durations: ReadonlyMap<number, number>;
}

/** The moments up to a jump, constrained by what fired at each: moment k is jump k - 1, 0 is the start. */
export class Expiries {
  readonly #jumps: readonly Jump[];
  readonly #rangeOf: RangeOf;
  /** By jump: the bounds before it. */
  readonly #before: DifferenceBounds[] = [new DifferenceBounds(1)];
  /** Whether some sets of timers were not tried, being too many. */
  isCut = false;

  constructor(jumps: readonly Jump[], rangeOf: RangeOf) {
    this.#jumps = jumps;
    this.#rangeOf = rangeOf;
  }

  /** Everything that might have fired at a jump in place of what did. */
  alternatives(jump: number): Expiry[] {
    const { pending, fired } = this.#jumps[jump];
    const bounds = this.#boundsBefore(jump);
    const found: Expiry[] = [];
    let tried = 0;
    const extend = (chosen: readonly TimerRecord[], from: number): void => {
      for (let i = from; i < pending.length; i++) {
        if (tried++ >= MAXIMUM_SETS) {
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
    found.push({ fires: serials, durations: this.#witness(constrained, jump, fires, later) });
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
    bounds.limit(jump, moment, 0, true);
    for (const timer of fires) {
      const [least, most] = this.#lengths(timer);
      bounds.limit(moment, timer.origin, most);
      bounds.limit(timer.origin, moment, -least);
    }
    for (const timer of later) bounds.limit(moment, timer.origin, this.#lengths(timer)[1], true);
    return bounds;
  }

  #lengths({ question, length }: TimerRecord): readonly [number, number] {
    if (question < 0) return [length, length];
    const { least, most, values } = this.#rangeOf(question);
    return values === null ? [least, most] : [length, length];
  }

  /** Moments as round as may be, the present ones where they fit, and the durations between them. */
  #witness(
    bounds: DifferenceBounds,
    jump: number,
    fires: readonly TimerRecord[],
    later: readonly TimerRecord[],
  ): Map<number, number> {
    const moments = this.#moments(bounds, jump);
    const durations = new Map<number, number>();
    for (let k = 0; k <= jump; k++) {
      const { pending, fired } = this.#jumps[k];
      const isFiring =
        k === jump
          ? (t: TimerRecord) => fires.includes(t)
          : (t: TimerRecord) => fired.has(t.serial);
      for (const timer of pending.filter(isFiring)) {
        if (timer.question >= 0)
          durations.set(timer.question, moments[k + 1] - moments[timer.origin]);
      }
    }
    for (const timer of later) {
      const [, most] = this.#lengths(timer);
      const passed = moments[jump + 1] - moments[timer.origin];
      if (timer.question < 0 || timer.length > passed) continue;
      const end = Number.isFinite(most) ? most : passed * 2;
      durations.set(timer.question, roundestBetween(passed + (end - passed) * MARGIN, end, end));
    }
    return durations;
  }

  #moments(bounds: DifferenceBounds, jump: number): number[] {
    const moments = [0];
    for (let moment = 1; moment <= jump + 1; moment++) {
      const { least, most, isOpen } = bounds.between(moment, 0);
      const present = this.#jumps[moment - 1].time;
      const end = Number.isFinite(most) ? most : Math.max(present, least * 2 + 1);
      const margin = isOpen && end > least ? (end - least) * MARGIN : 0;
      const value = roundestBetween(least + margin, end - margin, present);
      moments.push(value);
      bounds.limit(moment, 0, value);
      bounds.limit(0, moment, -value);
    }
    return moments;
  }
}
