// What counts as a finding of a run, rule by rule, and how much it says. A `failure` is something
// that a correct program does not do in any order of its steps; `advice` is worth a look and may be
// meant: it never makes a run a failed one. Notes.md says why each rule stands where it does.

export type FindingLevel = 'failure' | 'advice';

export interface FindingRule {
  readonly level: FindingLevel;
  /** What such a program does, as a clause: "tasks wait for each other in a ring". */
  readonly tells: string;
}

const rules = {
  deadlock: { level: 'failure', tells: 'every task waits, and nothing can happen any more' },
  'deadlock.partial': {
    level: 'failure',
    tells: 'tasks wait for each other in a ring while the rest of the loop goes on',
  },
  'deadlock.timed-out': {
    level: 'advice',
    tells: 'tasks waited for each other in a ring until a time-out cancelled them',
  },
  leak: { level: 'failure', tells: 'a task ends and keeps a lock or a permit' },
  'cancellation.swallowed': {
    level: 'failure',
    tells: 'a task catches CancelledError and goes on as if nobody had asked',
  },
  'cancellation.hidden': {
    level: 'advice',
    tells: 'a task that was cancelled ends as if it had not been',
  },
  'coroutine.never-awaited': { level: 'failure', tells: 'a coroutine is made and never runs' },
  'exception.never-retrieved': {
    level: 'failure',
    tells: 'a task or a future fails and nobody asks for its exception',
  },
  'exception.unhandled': {
    level: 'failure',
    tells: 'a callback raises, or a task at the very end',
  },
  'task.destroyed-pending': { level: 'failure', tells: 'a loop is given up with tasks that wait' },
  'task.leaked': {
    level: 'advice',
    tells: 'a task is still there when main returns, and asyncio.run cancels it',
  },
  'queue.lost': { level: 'advice', tells: 'items are left in a queue that nobody takes' },
  'queue.unfinished': { level: 'advice', tells: 'join() still waits when main returns' },
  starvation: {
    level: 'advice',
    tells: 'a task waits while another of its kind is served again and again',
  },
  livelock: { level: 'failure', tells: 'tasks keep each other busy and time stands still' },
  'update.lost': {
    level: 'failure',
    tells: 'a task writes what it made of an old value, over what another has written meanwhile',
  },
} as const satisfies Readonly<Record<string, FindingRule>>;

export type FindingRuleName = keyof typeof rules;

/** Every rule, by its name in a violation. */
export const FINDING_RULES: ReadonlyMap<string, FindingRule> = new Map(Object.entries(rules));

/** How much a violation says: the rules of loop, tasks and locks have no entry, and always fail. */
export function levelOf(rule: string): FindingLevel {
  return FINDING_RULES.get(rule)?.level ?? 'failure';
}
