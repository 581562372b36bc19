// The axis of a timeline: virtual time, or iterations where no time passes, laid out in whole
// columns. It is linear, with a whole number of columns a tick, so equal times take equal columns.
// Only where idle time leaves the rest less than one column in FOLD_RATIO is it folded: long gaps
// in which no task changes then take GAP_COLUMNS each, and what happens between them shares one
// scale.

import { formatSeconds, secondsText } from './seconds.ts';

/** Columns of a folded gap. */
export const GAP_COLUMNS = 4;
/** Idle time is folded where everything else is at most this share of the whole. */
const FOLD_RATIO = 0.02;
/** Gaps that are folded at most; on a narrow page, one for each GAP_ROOM columns. */
const MAXIMUM_GAPS = 6;
const GAP_ROOM = 12;
/** A gap is folded only if it is this many times as long as the longest that is not. */
const GAP_CONTRAST = 8;
/** Intervals that must be left for folding to be worth it. */
const LEFT = 2;
/** Instants closer than a microsecond count as one. */
const SAME_INSTANT = 1e-6;
/** Columns between two ticks, at least: room for a label. */
const MINIMUM_TICK = 6;
/** Positions this close to a column's edge stand on it. */
const EDGE = 1e-6;

export interface Axis {
  /** Columns; what ends at the very end is marked in one more. */
  readonly cells: number;
  readonly unit: 'seconds' | 'iterations';
  /** Seconds or iterations of one column, outside folded gaps. */
  readonly perCell: number;
  /** The same from tick to tick. */
  readonly perTick: number;
  readonly segments: readonly Segment[];
  /** Ticks by column, with their labels (empty for a tick without). */
  readonly ticks: ReadonlyMap<number, string>;
  /** Where `value` stands, from 0 to `cells`. */
  position(value: number): number;
}

export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly firstCell: number;
  readonly cells: number;
  readonly isGap: boolean;
}

interface Scale {
  /** Seconds or iterations from tick to tick. */
  readonly step: number;
  /** Columns from tick to tick. */
  readonly cells: number;
}

/**
 * An axis of virtual time from 0 to `end` (above 0) in at most `columns` columns; `instants` are
 * the times at which something changes, in any order.
 */
export function timeAxis(end: number, instants: Iterable<number>, columns: number): Axis {
  const gaps = gapsToFold(end, instants, Math.min(MAXIMUM_GAPS, Math.floor(columns / GAP_ROOM)));
  const stretches = between(gaps, end);
  const total = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const room = columns - gaps.length * (GAP_COLUMNS + 1) - 1;
  const scale = niceScale(total, Math.max(1, room), timeSteps());
  const segments: Segment[] = [];
  let cell = 0;
  stretches.forEach(([from, to], i) => {
    // An instant between two gaps keeps them apart; what ends at the end is marked beyond it.
    const width = ((to - from) / scale.step) * scale.cells;
    const least = i === gaps.length && width <= EDGE ? 0 : 1;
    const cells = Math.max(least, Math.ceil(width - EDGE));
    segments.push({ from, to, firstCell: cell, cells, isGap: false });
    cell += cells;
    if (i === gaps.length) return;
    const [start, stop] = gaps[i];
    segments.push({ from: start, to: stop, firstCell: cell, cells: GAP_COLUMNS, isGap: true });
    cell += GAP_COLUMNS;
  });
  return axisOf('seconds', segments, scale, cell);
}

/** An axis of iterations from 0 to `end`, each as wide as fits, in at most `columns` columns. */
export function iterationAxis(end: number, columns: number): Axis {
  const count = end + 1;
  const scale = niceScale(count, columns, integerSteps());
  const cells = Math.max(1, Math.ceil((count / scale.step) * scale.cells - EDGE));
  const segment = { from: 0, to: count, firstCell: 0, cells, isGap: false };
  return axisOf('iterations', [segment], scale, cells);
}

function axisOf(
  unit: Axis['unit'],
  segments: readonly Segment[],
  scale: Scale,
  cells: number,
): Axis {
  return {
    cells,
    unit,
    perCell: scale.step / scale.cells,
    perTick: scale.step,
    segments,
    ticks: ticksOf(unit, segments, scale),
    position: (value) => {
      let segment = segments[0];
      for (const next of segments) if (next.from <= value) segment = next;
      const inside = segment.isGap
        ? ((value - segment.from) / (segment.to - segment.from)) * segment.cells
        : ((value - segment.from) / scale.step) * scale.cells;
      const place = segment.firstCell + Math.min(Math.max(inside, 0), segment.cells);
      const edge = Math.round(place);
      return Math.abs(place - edge) < EDGE ? edge : place;
    },
  };
}

/**
 * The largest gaps, in order of time, where folding them is what makes the rest readable; else
 * none.
 */
function gapsToFold(
  end: number,
  instants: Iterable<number>,
  maximum: number,
): (readonly [number, number])[] {
  const sorted = [...new Set([0, ...instants, end])].sort((a, b) => a - b);
  const gaps: (readonly [number, number])[] = [];
  let last = sorted[0];
  let total = 0;
  for (const instant of sorted) {
    if (instant - last < SAME_INSTANT) continue;
    gaps.push([last, instant]);
    total += instant - last;
    last = instant;
  }
  gaps.sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0]);
  let rest = total;
  for (let count = 1; count <= maximum && count + LEFT <= gaps.length; count++) {
    const [from, to] = gaps[count - 1];
    rest -= to - from;
    // Gaps of about the same length are folded together or not at all.
    const next = gaps[count][1] - gaps[count][0];
    if (rest <= FOLD_RATIO * total && next < (to - from) / GAP_CONTRAST) {
      return gaps.slice(0, count).sort((a, b) => a[0] - b[0]);
    }
  }
  return [];
}

/** What lies before, between and after the gaps. */
function between(
  gaps: readonly (readonly [number, number])[],
  end: number,
): (readonly [number, number])[] {
  const starts = [0, ...gaps.map((gap) => gap[1])];
  const stops = [...gaps.map((gap) => gap[0]), end];
  return starts.map((start, i) => [start, stops[i]]);
}

/**
 * The finest scale with room for labels that leaves at most a tenth of `cells` unused, or the
 * widest.
 */
function niceScale(total: number, cells: number, steps: Iterable<number>): Scale {
  let best: Scale = { step: Math.max(total, Number.MIN_VALUE), cells };
  let bestUsed = 0;
  for (const step of steps) {
    const perTick = Math.floor((cells * step) / total + EDGE);
    if (perTick < MINIMUM_TICK) continue;
    const used = (total / step) * perTick;
    if (used > bestUsed) {
      best = { step, cells: perTick };
      bestUsed = used;
    }
    if (used >= 0.9 * cells || step > total) break;
  }
  return best;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

function* timeSteps(): Generator<number> {
  for (let digits = 9; digits > 0; digits--) {
    for (const lead of [1, 2, 5]) yield Number(`${lead}e-${digits}`);
  }
  yield* [1, 2, 5, 10, 20, 30];
  yield* [1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE);
  yield* [1, 2, 3, 6, 12].map((hours) => hours * HOUR);
  for (const days of integerSteps()) yield days * DAY;
}

function* integerSteps(): Generator<number> {
  for (let ten = 1; ten < 1e15; ten *= 10) {
    for (const lead of [1, 2, 5]) yield lead * ten;
  }
}

function ticksOf(unit: Axis['unit'], segments: readonly Segment[], scale: Scale) {
  const ticks = new Map<number, string>();
  const isFolded = segments.length > 1;
  for (const segment of segments) {
    const { from, firstCell, cells, isGap } = segment;
    if (isGap) continue;
    // The column after the last segment is that of the end marks; after another one a gap begins.
    const last = segment === segments[segments.length - 1] ? cells : cells - 1;
    for (let tick = 0; tick * scale.cells <= last; tick++) {
      const value = tick * scale.step;
      let label = '';
      if (tick === 0 && isFolded) label = formatSeconds(from);
      else if (!isFolded)
        label = unit === 'iterations' ? String(value) : timeLabel(value, scale.step);
      ticks.set(firstCell + tick * scale.cells, label);
    }
  }
  return ticks;
}

/** A time in the unit that suits the step; the first one names the unit. */
function timeLabel(value: number, step: number): string {
  const [size, name] = unitOf(step);
  const text = secondsText(value / size);
  return value === 0 ? `0 ${name}` : text;
}

function unitOf(step: number): readonly [number, string] {
  if (step >= DAY) return [DAY, 'd'];
  if (step >= HOUR) return [HOUR, 'h'];
  if (step >= MINUTE) return [MINUTE, 'min'];
  if (step >= 0.05) return [1, 's'];
  return step >= 5e-5 ? [0.001, 'ms'] : [0.000001, 'us'];
}
