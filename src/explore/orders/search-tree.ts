// What a search over orders knows of the runs it has made. A branch is a place where a run might
// have gone on otherwise: before a jump of the clock other timers may fire, before a stretch of a
// batch of ties another one may come. Nothing is tried there until a race asks for it, and nothing
// that was tried in another place already. Source: Abdulla, Aronis, Jonsson and Sagonas, "Optimal
// dynamic partial order reduction" (POPL 2014), its source sets with sleep sets.

import type { Answer, Asked } from '../schedule.ts';
import type { RunRecord } from './run-log.ts';
import { type Commuting, type Firing, sameFiring } from './sleep-set.ts';

/** A run that was made. */
export interface Run {
  readonly record: RunRecord;
  readonly asked: readonly Asked[];
  readonly commuting: Commuting;
  /** Departures from the default. */
  readonly cost: number;
  /** Sets of timers that are tried at one jump of it, at most. */
  readonly maxSets: number;
  /** By the id of a stretch: where it was chosen. */
  readonly taken: Map<string, Taken>;
}

export interface Taken {
  readonly jump: Branch;
  /** Null where it was alone, or the order of ties does not vary. */
  readonly tie: Branch | null;
}

/** A place in an order of ties: its question, the first stretch of the batch, the number. */
export interface TiePlace {
  readonly question: number;
  readonly first: number;
  readonly place: number;
}

/** A place where a run may go on otherwise. */
export interface Branch {
  /** The run in which it was met first. */
  readonly run: Run;
  /** Stretches of that run before it. */
  readonly count: number;
  /** The question of an order of ties, and the place in it; null for a jump of the clock. */
  readonly tie: {
    readonly question: number;
    readonly first: number;
    readonly place: number;
  } | null;
  /** What was tried elsewhere already. */
  readonly sleep: readonly Firing[];
  /** What is tried here: what that run did, then what races asked for. */
  readonly tried: Firing[];
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
      /** What is asleep from here on. */
      readonly sleep: readonly Firing[];
    };

/** A run to be made. */
export interface Node {
  readonly cost: number;
  /** Null for the default run. */
  readonly departing: Departing | null;
  /** Stretches of the branch's run that have to come before what fires. */
  readonly earlier: readonly number[];
}

/** Whether something was tried at a branch, or need not be. */
export function isSettled({ sleep, tried }: Branch, firing: Firing): boolean {
  return [...sleep, ...tried].some((each) => sameFiring(each, firing));
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
