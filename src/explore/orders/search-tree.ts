// What a search over orders knows of the runs it has made. A branch is a place where a run might
// have gone on otherwise: before a jump of the clock other timers may fire, before a stretch of a
// batch of ties another one may come. Nothing is tried there until a race asks for it, and nothing
// that was tried there before. Source: Abdulla, Aronis, Jonsson and Sagonas, "Optimal dynamic
// partial order reduction" (POPL 2014), its source sets.

import type { Answer, Asked } from '../schedule.ts';
import { type Firing, sameFiring } from './firing.ts';
import type { RunRecord } from './run-log.ts';

/** A run that was made. */
export interface Run {
  readonly record: RunRecord;
  readonly asked: readonly Asked[];
  /** Departures from the default. */
  readonly cost: number;
  /** Sets of timers that are tried at one jump of it, at most. */
  readonly maxSets: number;
  /** By stretch: the last branch at which it was chosen, if any. */
  readonly taken: Branch[];
}

/** A place in an order of ties. */
export interface TiePlace {
  readonly question: number;
  /** Stretches of the batch: from `first` up to but without `last`. */
  readonly first: number;
  readonly last: number;
  /** Counted from `first`. */
  readonly place: number;
  /** The jump that led there. */
  readonly jump: Branch;
}

/** A place where a run may go on otherwise. */
export interface Branch {
  /** The run in which it was met first. */
  readonly run: Run;
  /** Stretches of that run before it. */
  readonly count: number;
  /** Null for a jump of the clock. */
  readonly tie: TiePlace | null;
  /** What is tried here: what that run did, then what races asked for. */
  tried: readonly Firing[];
  /** Sets of timers that are tried here, at most. */
  readonly maxSets: number;
  /** What may fire next; null until it is asked for. */
  sets: readonly Firing[] | null;
  /** Whether that is not all, being too much. */
  isCut: boolean;
}

/** What a run to be made repeats, and where it departs from that. */
export type Departing =
  | { readonly type: 'jump'; readonly branch: Branch; readonly fires: Firing }
  | { readonly type: 'tie'; readonly branch: Branch; readonly fires: Firing }
  | {
      readonly type: 'question';
      readonly run: Run;
      readonly question: number;
      readonly answer: Answer;
      /** The first place of an order that is open. */
      readonly place: number;
    };

/** A run to be made. */
export interface Node {
  readonly cost: number;
  /** Null for the default run. */
  readonly departing: Departing | null;
  /** Stretches of the branch's run that have to come before what fires. */
  readonly earlier: readonly number[];
}

/** The jump of the clock that a branch is, or comes after. */
export function jumpOf(branch: Branch): Branch {
  return branch.tie?.jump ?? branch;
}

/** Whether something was tried at a branch, or is to be. */
export function isSettled({ tried }: Branch, firing: Firing): boolean {
  return tried.some((each) => sameFiring(each, firing));
}

/** The ids of the stretches before a branch. */
export function idsBefore({ run, count }: Branch): Set<string> {
  return new Set(run.record.stretches.slice(0, count).map(({ id }) => id));
}

/** What a run has to repeat of the one that it departs from, by id. */
export function repeatedBy({ departing }: Node): Set<string> {
  if (departing === null) return new Set();
  if (departing.type !== 'question') return idsBefore(departing.branch);
  const { record } = departing.run;
  const asked = record.decisions.findIndex(
    (decision) => decision.type !== 'jump' && decision.question === departing.question,
  );
  const decision = record.decisions[asked];
  const count = decision.type === 'question' ? decision.stretch + 1 : 0;
  const { moment } = record.stretches[Math.max(0, count - 1)];
  return new Set(record.stretches.slice(0, record.moments[moment].last).map(({ id }) => id));
}
