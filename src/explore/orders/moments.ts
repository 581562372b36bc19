// When the stretches of a run may take place, given the ranges of all durations, in any order of
// those that commute: each stretch has a point in time, timers are bounds on the differences of
// these points. What may come next after some of them has witnesses: durations in their ranges that
// produce it. That every order which is dropped has one that is kept rests on the points being
// closed under minimum and shift (notes.md). Fixed lengths are ranges of one point, so equal ones
// fire together and never apart. Sums of doubles are compared with a little noise, far below the
// clock's resolution: 0.1 + 0.2 is 0.3. Source: event zones as in Lugiez, Niebert and Zennou, "A
// partial order semantics approach to the clock explosion problem of timed automata" (2005).

import { CLOCK_RESOLUTION } from '../../kernel/loop.ts';
import type { DurationRange } from '../../kernel/policy.ts';
import { roundestBetween } from '../round-number.ts';
import { DifferenceBounds } from './difference-bounds.ts';
import type { RunRecord, TimerRecord } from './run-log.ts';

/** Of the range of an interval that an open end leaves free at each side. */
const MARGIN = 1 / 16;
/** What sums of doubles may be off by, as a share of the longest time. */
const NOISE = 4 * Number.EPSILON;
/** The golden section: its multiples are spread evenly over the unit interval. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** The range of the duration that a question decided. */
export type RangeOf = (question: number) => DurationRange;

/** Where a search may go on otherwise: after the first `count` stretches of a run. */
export interface Prefix {
  readonly record: RunRecord;
  readonly count: number;
}

/** Points in time for the stretches of a prefix, in their order, and one for what comes next. */
export interface Witness {
  readonly points: readonly number[];
  readonly next: number;
  /** By question: durations that lead there. */
  readonly durations: ReadonlyMap<number, number>;
}

/** Groups of stretches (what comes next is one), each at one point, one group after the other. */
interface Line {
  readonly bounds: DifferenceBounds;
  readonly line: readonly (readonly number[])[];
}

export class Moments {
  readonly #record: RunRecord;
  readonly #count: number;
  readonly #rangeOf: RangeOf;
  readonly #noise: number;
  readonly #maxSets: number;
  /** Made when it is asked for: where all lengths are fixed nobody does. */
  #bounded: DifferenceBounds | null = null;
  /** The timers that may fire next, in order of their making. */
  readonly pending: readonly TimerRecord[];
  #sets: readonly (readonly TimerRecord[])[] | null = null;
  /** Whether some sets of timers were not tried, being too many. */
  isCut = false;

  /** `maxSets`: of timers, that are tried at one jump. */
  constructor({ record, count }: Prefix, rangeOf: RangeOf, maxSets: number) {
    this.#maxSets = maxSets;
    this.#record = record;
    this.#count = count;
    this.#rangeOf = rangeOf;
    this.#noise = Math.max(1, record.moments.at(-1)?.time ?? 0) * NOISE;
    this.pending = record.timers.filter((timer) => isPending(timer, count));
  }

  get #bounds(): DifferenceBounds {
    this.#bounded ??= this.#made();
    return this.#bounded;
  }

  /** Whether what happened contradicts the bounds: deadlines nearer than can be told apart. */
  get isBlurred(): boolean {
    return !this.#bounds.isFeasible;
  }

  /** Whether any of the pending timers may have another length than it has. */
  get mayVary(): boolean {
    return this.pending.some((timer) => this.#openRange(timer) !== null) || this.#pastMayVary();
  }

  /**
   * Every set of pending timers that may fire next at one point, small sets first; none where all
   * lengths are fixed.
   */
  get sets(): readonly (readonly TimerRecord[])[] {
    this.#sets ??= this.mayVary ? this.#findSets() : [];
    return this.#sets;
  }

  #findSets(): TimerRecord[][] {
    const found: TimerRecord[][] = [];
    let tried = 0;
    const extend = (chosen: readonly TimerRecord[], from: number): void => {
      for (let i = from; i < this.pending.length; i++) {
        if (tried++ >= this.#maxSets) {
          this.isCut = true;
          return;
        }
        const fires = [...chosen, this.pending[i]];
        if (!this.#next(fires, []).isFeasible) continue;
        if (this.#next(fires, this.#others(fires)).isFeasible) found.push(fires);
        extend(fires, i + 1);
      }
    };
    if (!this.isBlurred) extend([], 0);
    return found.sort((a, b) => a.length - b.length);
  }

  /**
   * Durations with which these timers fire next, in the present order if that is possible. Those
   * stretches of `before` come before them in any case. Null where there are none.
   */
  witness(fires: readonly TimerRecord[], before: readonly number[]): Witness | null {
    const bounds = this.#next(fires, this.#others(fires));
    for (const at of before) bounds.limit(at, this.#count, -CLOCK_RESOLUTION, true);
    const present = Array.from({ length: this.#count + 1 }, (_, at) => [at]);
    const inOrder = this.#lined(
      bounds,
      groupedBy(present.flat(), (at) => this.#momentOf(at)),
    );
    if (inOrder.bounds.isFeasible) return this.#pick(inOrder, fires);
    if (!bounds.isFeasible) return null;
    const reordered = this.#lined(bounds, this.#apart(bounds));
    return reordered.bounds.isFeasible ? this.#pick(reordered, fires) : null;
  }

  /** Whether a pending timer may be due no later than another one that is pending. */
  mayPrecede(timer: TimerRecord, other: TimerRecord): boolean {
    const bounds = copyOf(this.#bounds, this.#count + 1);
    this.#due(bounds, this.#count, other);
    bounds.limit(timer.parent, this.#count, this.#noise - this.#lengths(timer)[0]);
    return bounds.isFeasible;
  }

  #momentOf(stretch: number): number {
    return stretch === this.#count ? -1 : this.#record.stretches[stretch].moment;
  }

  #others(fires: readonly TimerRecord[]): TimerRecord[] {
    return this.pending.filter((timer) => !fires.includes(timer));
  }

  #pastMayVary(): boolean {
    const { stretches } = this.#record;
    return stretches
      .slice(1, this.#count)
      .some(({ timer }) => timer !== null && this.#openRange(timer) !== null);
  }

  /** What the order of stretches that do not commute says. */
  #made(): DifferenceBounds {
    const { stretches, clashes, timers } = this.#record;
    const bounds = new DifferenceBounds(this.#count);
    for (let at = 1; at < this.#count; at++) {
      const { timer, moment } = stretches[at];
      this.#due(bounds, at, timer as TimerRecord);
      for (const before of clashes.of(at)) {
        if (stretches[before].moment === moment) this.#together(bounds, before, at);
        else bounds.limit(before, at, -CLOCK_RESOLUTION, true);
      }
    }
    for (const timer of timers) {
      const { cancelledBy } = timer;
      if (cancelledBy < 0 || cancelledBy >= this.#count) continue;
      this.#outlasts(bounds, timer, cancelledBy);
    }
    return bounds;
  }

  /** With these timers firing at the point `count`, and those later than everything. */
  #next(fires: readonly TimerRecord[], later: readonly TimerRecord[]): DifferenceBounds {
    const next = this.#count;
    const bounds = copyOf(this.#bounds, next + 1);
    for (const timer of fires) this.#due(bounds, next, timer);
    for (const timer of later) {
      for (let at = 0; at <= next; at++) this.#outlasts(bounds, timer, at);
    }
    for (const timer of fires) bounds.limit(timer.parent, next, 0);
    return bounds;
  }

  /** The same with groups of stretches one after the other. */
  #lined(from: DifferenceBounds, line: Line['line']): Line {
    const bounds = copyOf(from, this.#count + 1);
    line.forEach((group, i) => {
      for (const at of group.slice(1)) this.#together(bounds, group[0], at);
      if (i > 0) bounds.limit(line[i - 1][0], group[0], -CLOCK_RESOLUTION, true);
    });
    return { bounds, line };
  }

  /** A line that the bounds admit, in which only that is together which has to be. */
  #apart(from: DifferenceBounds): number[][] {
    const bounds = copyOf(from, this.#count + 1);
    const points = [0];
    for (let at = 1; at <= this.#count; at++) {
      const { least, most } = bounds.between(at, 0);
      const end = Number.isFinite(most) ? most : least * 2 + 1;
      // Somewhere inside, each at another place: no two of them are equal by chance.
      const point = least + (end - least) * (0.25 + ((at * GOLDEN) % 1) / 2);
      bounds.limit(at, 0, point);
      bounds.limit(0, at, -point);
      points.push(point);
    }
    const line: number[][] = [];
    for (const at of points.map((_, index) => index).sort((a, b) => points[a] - points[b])) {
      const group = line.at(-1);
      const isEqual = group !== undefined && points[at] - points[group[0]] < CLOCK_RESOLUTION;
      if (isEqual) group.push(at);
      else line.push([at]);
    }
    return line.map((group) => group.sort((a, b) => a - b));
  }

  #due(bounds: DifferenceBounds, at: number, timer: TimerRecord): void {
    const [least, most] = this.#lengths(timer);
    bounds.limit(at, timer.parent, most + this.#noise);
    bounds.limit(timer.parent, at, this.#noise - least);
  }

  #together(bounds: DifferenceBounds, a: number, b: number): void {
    bounds.limit(a, b, this.#noise);
    bounds.limit(b, a, this.#noise);
  }

  /** A timer is due after the stretch `at`. */
  #outlasts(bounds: DifferenceBounds, timer: TimerRecord, at: number): void {
    bounds.limit(at, timer.parent, this.#lengths(timer)[1] - CLOCK_RESOLUTION);
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

  /** Points that are as round as may be, the present ones where they fit, chosen along a line. */
  #pick({ bounds, line }: Line, fires: readonly TimerRecord[]): Witness {
    const points: number[] = [0];
    for (const group of line) {
      const [first] = group;
      if (first === 0) continue;
      const timers = first === this.#count ? fires : group.map((at) => this.#timerOf(at));
      const value = this.#point(bounds, first, timers, points);
      bounds.limit(first, 0, value + this.#noise);
      bounds.limit(0, first, this.#noise - value);
      for (const at of group) points[at] = value;
    }
    const next = points[this.#count];
    points.length = this.#count;
    return { points, next, durations: this.#durations(points, next, fires) };
  }

  #point(
    bounds: DifferenceBounds,
    at: number,
    timers: readonly TimerRecord[],
    points: readonly number[],
  ): number {
    const fixed = timers.filter((timer) => this.#openRange(timer) === null);
    // The deadline of a fixed timer is what the loop computes, to the last bit.
    if (fixed.length > 0) {
      return Math.min(...fixed.map(({ parent, length }) => points[parent] + length));
    }
    const { moments, stretches } = this.#record;
    const moment = at === this.#count ? stretches[at - 1].moment + 1 : stretches[at].moment;
    const { least, most, isOpen } = bounds.between(at, 0);
    const present = moments.at(moment)?.time ?? least;
    const end = Number.isFinite(most) ? most : Math.max(present, least * 2 + 1);
    const margin = isOpen && end > least ? (end - least) * MARGIN : 0;
    const round = roundestBetween(least + margin, end - margin, present);
    if (timers.length === 1) return round;
    // Only equal deadlines are ties, and there are sums that no length gives.
    const isExact = (point: number): boolean =>
      timers.every((timer) => {
        const range = this.#openRange(timer) as DurationRange;
        return exactLength(range, points[timer.parent], point) !== undefined;
      });
    return neighboursOf(round).find(isExact) ?? round;
  }

  #timerOf(stretch: number): TimerRecord {
    return this.#record.stretches[stretch].timer as TimerRecord;
  }

  #durations(
    points: readonly number[],
    next: number,
    fires: readonly TimerRecord[],
  ): Map<number, number> {
    const durations = new Map<number, number>();
    const latest = Math.max(next, ...points);
    for (const timer of this.#record.timers) {
      const range = this.#openRange(timer);
      if (range === null || timer.parent >= this.#count) continue;
      const origin = points[timer.parent];
      const { firedAs, cancelledBy } = timer;
      if (fires.includes(timer)) {
        durations.set(timer.question, lengthOf(range, origin, next));
      } else if (firedAs === timer.parent) {
        durations.set(timer.question, timer.length);
      } else if (firedAs >= 0 && firedAs < this.#count) {
        durations.set(timer.question, lengthOf(range, origin, points[firedAs]));
      } else {
        const isCancelled = cancelledBy >= 0 && cancelledBy < this.#count;
        const passed = (isCancelled ? points[cancelledBy] : latest) - origin;
        durations.set(timer.question, outlasting(timer.length, range, passed));
      }
    }
    return durations;
  }
}

function copyOf(bounds: DifferenceBounds, size: number): DifferenceBounds {
  return new DifferenceBounds(size, bounds);
}

/** Neighbours with one key in one group. */
function groupedBy(line: readonly number[], keyOf: (at: number) => unknown): number[][] {
  const groups: number[][] = [];
  line.forEach((at, i) => {
    if (i > 0 && keyOf(line[i - 1]) === keyOf(at)) groups[groups.length - 1].push(at);
    else groups.push([at]);
  });
  return groups;
}

/** Whether a timer was made by the first `count` stretches, and neither fired nor cancelled there. */
function isPending({ parent, firedAs, cancelledBy }: TimerRecord, count: number): boolean {
  const isOver = (at: number): boolean => at >= 0 && at < count;
  return parent < count && !isOver(firedAs) && !isOver(cancelledBy);
}

/**
 * The length of a timer that is made at `origin` and fires at `point`, to the last bit of the sum
 * where that is possible.
 */
function lengthOf(range: DurationRange, origin: number, point: number): number {
  const { least, most } = range;
  return exactLength(range, origin, point) ?? Math.min(most, Math.max(least, point - origin));
}

/** The length that gives just this sum; undefined where none does. */
function exactLength(
  { least, most }: DurationRange,
  origin: number,
  point: number,
): number | undefined {
  const near = point - origin;
  const step = Math.max(Math.abs(point), Math.abs(near)) * Number.EPSILON;
  return [near, near - step / 2, near + step / 2, near - step, near + step].find(
    (length) => origin + length === point && length >= least && length <= most,
  );
}

/** A number and those next to it, nearest first. */
function neighboursOf(point: number): number[] {
  const step = point * Number.EPSILON;
  return [0, 1, -1, 2, -2, 3, -3, 4, -4].map((count) => point + count * step);
}

/** A length of more than `passed`: the present one, or a round one near its end. */
function outlasting(length: number, { most }: DurationRange, passed: number): number {
  if (length > passed + CLOCK_RESOLUTION) return length;
  const end = Number.isFinite(most) ? most : passed * 2;
  const margin = Math.max((end - passed) * MARGIN, CLOCK_RESOLUTION);
  return roundestBetween(Math.min(passed + margin, end), end, end);
}
