// What an answer to a question about a run consists of: plain data, from which both the text and
// the JSON are made. Tasks are creation numbers, times virtual seconds, names as the program has
// them (not printable yet).

import type { CancellationOutcome } from '../../check/cancellations.ts';

/** Something that happened, as a line of an answer. */
export interface Step {
  readonly seq: number;
  readonly time: number;
  /** 0 outside of tasks. */
  readonly task: number;
  /** `Task-2 (worker)`; empty outside of tasks. */
  readonly who: string;
  /** `[line, column]` in the source. */
  readonly at: readonly [number, number] | null;
  readonly text: string;
  /** The line of the source without its indentation. */
  readonly source: string | null;
}

export type FindingRule =
  | 'deadlock'
  | 'lost wake-up'
  | 'never woken'
  | 'never released'
  | 'failure'
  | 'expectation failed'
  | 'limit'
  | 'swallowed cancellation'
  | 'blocked loop'
  | 'contention'
  | 'leaked tasks'
  | 'warning';

/** What is wrong with a run, or what costs it its time. */
export interface Finding {
  readonly rule: FindingRule;
  /** One sentence or two, without a final full stop. */
  readonly headline: string;
  /** When it came about. */
  readonly time: number;
  readonly tasks: readonly number[];
  /** What it is about, `lock#1`; null where there is none. */
  readonly object: string | null;
  /** The evidence, in order of time. */
  readonly steps: readonly Step[];
  /** What to do next. */
  readonly advice: string;
}

/** A stretch of the critical path: what the time from `from` to `to` was spent in. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** `sleep`, `timer` and `timeout` wait for the clock, `job` for a thread. */
  readonly spent: 'sleep' | 'timer' | 'timeout' | 'blocked' | 'job' | 'idle';
  readonly task: number;
  readonly at: readonly [number, number] | null;
}

/** A place of the critical path where a task went on because another one let it. */
export interface HandOver {
  readonly time: number;
  /** Who went on, and what it had waited for since when and where. */
  readonly task: number;
  readonly who: string;
  readonly on: string;
  readonly since: number;
  readonly at: readonly [number, number] | null;
  /** Who let it go on, 0 for the loop, and where. */
  readonly by: number;
  readonly byWho: string;
  readonly byAt: readonly [number, number] | null;
}

/** Stretches of one kind at one line of one coroutine. */
export interface Share {
  readonly spent: Stretch['spent'];
  readonly seconds: number;
  /** Of the whole time, in tenths of a percent; the shares of a path add to 1000. */
  readonly permille: number;
  readonly coroutine: string;
  /** Up to ten of its tasks, in order of creation. */
  readonly tasks: readonly number[];
  readonly taskCount: number;
  readonly count: number;
  readonly at: readonly [number, number] | null;
  readonly source: string | null;
}

/** Waits for one object that lie on the critical path. */
export interface PathWait {
  readonly on: string;
  readonly name: string;
  readonly count: number;
  readonly longest: HandOver;
}

export interface CriticalPath {
  readonly seconds: number;
  /** Greatest first. */
  readonly shares: readonly Share[];
  /** In order of time. */
  readonly stretches: readonly Stretch[];
  /** Waits for locks and the like that the path passes through, those passed most often first. */
  readonly waits: readonly PathWait[];
}

/** A chain of causes, the latest event first. */
export interface Chain {
  readonly steps: readonly Step[];
  /** Steps in the middle that are left out. */
  readonly omitted: number;
}

/** What is asked of a run. */
export type Question =
  | { readonly about: 'run' }
  | { readonly about: 'path' }
  | { readonly about: 'task'; readonly task: number; readonly at: number | null }
  | { readonly about: 'event'; readonly seq: number }
  | { readonly about: 'cancellation'; readonly task: number };

export type Explanation =
  | {
      readonly about: 'run';
      readonly ended: string;
      readonly findings: readonly Finding[];
      readonly path: CriticalPath;
    }
  | { readonly about: 'path'; readonly ended: string; readonly path: CriticalPath }
  | {
      readonly about: 'task';
      readonly task: number;
      readonly time: number;
      readonly answer: string;
      /** Why its last step ran, or its creation where it had none. */
      readonly causes: Chain;
      /** What it waited for, and what those waited for in turn; empty where it ran. */
      readonly waits: readonly Step[];
    }
  | {
      readonly about: 'event';
      readonly seq: number;
      readonly answer: string;
      /** What made it happen, and what made that happen. */
      readonly causes: Chain;
    }
  | {
      readonly about: 'cancellation';
      readonly task: number;
      readonly answer: string;
      readonly requests: readonly CancelRequest[];
    };

/** One request to cancel a task, and what became of it. */
export interface CancelRequest {
  readonly outcome: CancellationOutcome;
  readonly answer: string;
  readonly causes: Chain;
  /** What the task did with it, in order of time. */
  readonly steps: readonly Step[];
}
