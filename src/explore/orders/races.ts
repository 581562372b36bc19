// Which branches a run asks to be tried otherwise: where two stretches do not commute, the later
// one is to come first, and where durations allow it, both at once. So it is where a stretch
// cancelled a timer, or the run ended before one: it might have fired first.

import type { DurationRange } from '../../kernel/policy.ts';
import type { Causes } from './causes.ts';
import { byText, type Firing } from './firing.ts';
import { Moments } from './moments.ts';
import {
  type Branch,
  idsBefore,
  isSettled,
  jumpOf,
  type Run,
  type TiePlace,
} from './search-tree.ts';

import type { Walked } from './walk.ts';

/** What is to be tried at a branch. */
export interface Wanted {
  readonly branch: Branch;
  readonly firing: Firing;
}

/** What the races of a run, told by its `causes`, ask for, in the order of the run. */
export function* wantedBy(run: Run, causes: Causes, { end, isOld }: Walked): Iterable<Wanted> {
  const { record, taken } = run;
  for (let later = 1; later < end; later++) {
    if (isOld(later)) continue;
    for (const earlier of causes.racingWith(later)) {
      const branch = taken[earlier];
      if (branch === undefined) continue;
      const jump = jumpOf(branch);
      const isApart = record.stretches[later].moment !== record.stretches[earlier].moment;
      // Where all lengths are fixed nothing else may fire at the jump.
      if (isApart && setsAt(jump).length === 0) continue;
      const race = { run, causes, earlier, later };
      if (isApart) {
        yield* before(jump, race);
        continue;
      }
      yield* apart(jump, race);
      if (branch.tie !== null) yield* beforeInBatch(branch, branch.tie, race);
    }
  }
  for (const { id, firedAs, cancelledBy } of record.timers) {
    const by = cancelledBy >= 0 ? cancelledBy : firedAs < 0 ? end - 1 : -1;
    if (by < 1 || by >= end) continue;
    const jump = taken[by] === undefined ? undefined : jumpOf(taken[by]);
    const fired = firedWith(run, by).map((at) => record.stretches[at].id);
    if (jump === undefined || fired.includes(id)) continue;
    yield* firstOf(jump, [id], fired);
    yield* together(jump, id, fired);
  }
}

/**
 * Whether two that race came at one moment by deadlines that are not just equal, though a duration
 * decides one of them: the order of the two was nobody's choice, and may be the other one as well.
 */
export function hasBlurredOrder(run: Run, causes: Causes, { end, isOld }: Walked): boolean {
  const { stretches } = run.record;
  for (let later = 1; later < end; later++) {
    if (isOld(later)) continue;
    const blurs = (earlier: number): boolean => {
      const last = run.taken[earlier]?.tie?.last ?? 0;
      const isOneMoment = stretches[earlier].moment === stretches[later].moment;
      return (
        isOneMoment && later >= last && !(hasFixedTime(run, earlier) && hasFixedTime(run, later))
      );
    };
    if (causes.racingWith(later).some(blurs)) return true;
  }
  return false;
}

/** Whether no duration that may lie anywhere in a range decides when a stretch comes. */
function hasFixedTime(run: Run, stretch: number): boolean {
  const { timer } = run.record.stretches[stretch];
  if (timer === null) return true;
  const range = timer.question < 0 ? null : run.asked[timer.question].range;
  return (range === null || range.values !== null) && hasFixedTime(run, timer.parent);
}

interface Race {
  readonly run: Run;
  readonly causes: Causes;
  readonly earlier: number;
  readonly later: number;
}

/** What is to fire first, so that the later one comes before all that fired with the other. */
function* before(branch: Branch, { run, causes, earlier, later }: Race): Iterable<Wanted> {
  const { stretches } = run.record;
  const fired = firedWith(run, earlier);
  const initials = causes.initials(fired, later, isBefore(branch, run));
  const ids = (places: readonly number[]): string[] => places.map((at) => stretches[at].id);
  if (initials.length === 0) return;
  yield* firstOf(branch, ids(initials), ids(fired));
  yield* together(branch, stretches[later].id, ids(fired));
  // Who comes last may clash with all of them, and with none before.
  yield* together(branch, stretches[later].id, ids(firedAt(run, earlier)));
}

/** Each without the other, where they came together. */
function* apart(branch: Branch, { run, earlier, later }: Race): Iterable<Wanted> {
  const { stretches } = run.record;
  const [one, two] = [stretches[earlier].id, stretches[later].id];
  for (const [wanted, other] of [
    [one, two],
    [two, one],
  ]) {
    const sets = setsAt(branch).filter((set) => set.includes(wanted) && !set.includes(other));
    yield* unlessOneIs(branch, smallest(sets));
  }
}

/** The later one of a batch of ties before the earlier one. */
function* beforeInBatch(
  branch: Branch,
  tie: TiePlace,
  { run, causes, earlier, later }: Race,
): Iterable<Wanted> {
  const batch = batchAt(branch, tie);
  const ids = causes
    .initials([earlier], later, isBefore(branch, run))
    .map((at) => run.record.stretches[at].id)
    .filter((id) => batch.includes(id));
  yield* unlessOneIs(
    branch,
    ids.map((id) => [id]),
  );
}

/** Whether a stretch of `run` is before a branch. */
function isBefore(branch: Branch, run: Run): (stretch: number) => boolean {
  if (branch.run === run) return (stretch) => stretch < branch.count;
  const done = idsBefore(branch);
  return (stretch) => done.has(run.record.stretches[stretch].id);
}

/** What fired at the moment of a stretch and clashes with it, or with what does, and so on. */
function firedWith(run: Run, stretch: number): number[] {
  const { clashes } = run.record;
  const all = firedAt(run, stretch);
  const fired = [stretch];
  for (const one of fired) {
    const clash = (other: number): boolean =>
      clashes.has(Math.max(one, other), Math.min(one, other));
    fired.push(...all.filter((other) => !fired.includes(other) && clash(other)));
  }
  return fired;
}

/** All that fired at the moment of a stretch. */
function firedAt({ record }: Run, stretch: number): number[] {
  const { first, last } = record.moments[record.stretches[stretch].moment];
  return Array.from({ length: last - first }, (_, index) => first + index);
}

/** Where it is possible, one timer is to fire together with what fired. */
function* together(branch: Branch, later: string, fired: Firing): Iterable<Wanted> {
  const sets = setsAt(branch).filter((set) => [...fired, later].every((id) => set.includes(id)));
  yield* unsettled(branch, smallest(sets));
}

/** One of these timers is to fire before what fired. */
function* firstOf(branch: Branch, ids: readonly string[], fired: Firing): Iterable<Wanted> {
  const sets = setsAt(branch);
  const without = sets.filter((set) => !set.some((id) => fired.includes(id)));
  const firsts = smallest(without.filter((set) => set.some((id) => ids.includes(id))));
  if (firsts.length > 0) yield* unlessOneIs(branch, firsts);
  else if (ids.some((id) => fired.some((other) => mayPrecede(branch, id, other)))) {
    // Something else has to come before them.
    yield* unsettled(branch, smallest(without));
  }
}

/** The first of some firings, of which one is enough. */
function* unlessOneIs(branch: Branch, firings: readonly Firing[]): Iterable<Wanted> {
  if (firings.length === 0 || firings.some((firing) => isSettled(branch, firing))) return;
  yield { branch, firing: firings[0] };
}

/** Those sets of which none of the others is a part. */
function smallest(sets: readonly Firing[]): Firing[] {
  const isPart = (part: Firing, set: Firing): boolean =>
    part.length < set.length && part.every((id) => set.includes(id));
  return sets.filter((set) => !sets.some((part) => isPart(part, set)));
}

function* unsettled(branch: Branch, firings: readonly Firing[]): Iterable<Wanted> {
  for (const firing of firings) if (!isSettled(branch, firing)) yield { branch, firing };
}

/** What is left of a batch of ties, in the order of the run. */
function batchAt({ run, count }: Branch, { last }: TiePlace): string[] {
  return run.record.stretches.slice(count, last).map(({ id }) => id);
}

export function momentsAt({ run, count, maxSets }: Branch): Moments {
  const rangeOf = (question: number): DurationRange => run.asked[question].range as DurationRange;
  return new Moments({ record: run.record, count }, rangeOf, maxSets);
}

/** The sets of timers that may fire next, by id; none where durations are all fixed. */
function setsAt(branch: Branch): readonly Firing[] {
  if (!branch.run.record.hasChosenLengths) return [];
  if (branch.sets === null) {
    const moments = momentsAt(branch);
    branch.sets = moments.sets.map((set) => set.map(({ id }) => id).sort(byText));
    branch.isCut = moments.isCut;
  }
  return branch.sets;
}

function mayPrecede(branch: Branch, id: string, other: string): boolean {
  const moments = momentsAt(branch);
  const timerOf = (wanted: string) => moments.pending.find((timer) => timer.id === wanted);
  const [one, two] = [timerOf(id), timerOf(other)];
  return one !== undefined && two !== undefined && moments.mayPrecede(one, two);
}
