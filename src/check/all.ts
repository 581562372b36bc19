// Every checker of a run, fresh. The deadlock analysis is named, as its anatomy is asked for
// separately.

import { inOrderOfTime, type Violation } from '../trace/finding.ts';
import type { Checker } from './checker.ts';
import { DeadlockAnalysis } from './deadlock.ts';
import { Leaks } from './leaks.ts';
import { LockRules } from './lock-rules.ts';
import { LoopRules } from './loop-rules.ts';
import { TaskRules } from './task-rules.ts';

export interface Checkers {
  readonly all: readonly Checker[];
  readonly deadlock: DeadlockAnalysis;
}

/** New checkers for one run: feed `all`, then ask `violationsOf`. */
export function createCheckers(): Checkers {
  const deadlock = new DeadlockAnalysis();
  return {
    all: [new LoopRules(), new TaskRules(), new LockRules(), deadlock, new Leaks()],
    deadlock,
  };
}

/** What all checkers found, in order of time. */
export function violationsOf(checkers: Checkers): Violation[] {
  return inOrderOfTime(checkers.all.flatMap((checker) => checker.finish()));
}
