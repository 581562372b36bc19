// The operation codes of everything that asyncio schedules, and what a trace calls them.

const NAMES = [
  'callback',
  'step',
  'wakeup',
  'throw',
  'sleep',
  'timeout',
  'gather-child',
  'wait-child',
  'release-waiter',
  'shield-inner',
  'shield-outer',
  'shield-awaited-by',
  'shield-log',
  'group-child',
  'as-completed-child',
  'as-completed-timeout',
  'run-until-complete',
] as const;

/** A user's callback. */
export const CALLBACK = 0;
/** A task's next step; the argument is ignored. */
export const STEP = 1;
/** A task's next step after the future that is the argument. */
export const WAKEUP = 2;
/** A task's next step throws the argument. */
export const THROW = 3;
/** Sets a future's result unless it is done: the timer of a sleep. */
export const SLEEP = 4;
export const TIMEOUT = 5;
export const GATHER_CHILD = 6;
export const WAIT_CHILD = 7;
export const RELEASE_WAITER = 8;
export const SHIELD_INNER = 9;
export const SHIELD_OUTER = 10;
export const SHIELD_AWAITED_BY = 11;
export const SHIELD_LOG = 12;
export const GROUP_CHILD = 13;
export const AS_COMPLETED_CHILD = 14;
export const AS_COMPLETED_TIMEOUT = 15;
export const RUN_UNTIL_COMPLETE = 16;

/** What a trace calls an operation. */
export function handleName(operation: number): string {
  return NAMES[operation];
}
