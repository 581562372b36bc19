// What a task waits for at a moment, and who would have to act: the holders of a lock, the task
// that is awaited, the children of a group. Followed from task to task this is a chain that ends
// at a sleep, at a signal that nobody sends, or in a ring.

import type { TraceEvent } from '../../trace/event.ts';
import { type TaskState, waitKindOf, waitObjectOf } from '../../trace/task-states.ts';
import { formatSeconds } from '../seconds.ts';
import type { Step } from './explanation.ts';
import type { History } from './history.ts';
import type { Moment } from './moment.ts';

/** Tasks of a chain that are told. */
const MAXIMUM_LINKS = 20;
/** Tasks that one link names. */
const MAXIMUM_NAMED = 3;

/** Waits whose members are tasks that the waiting task made. */
const FOR_CHILDREN = /^(?:gather|taskgroup|wait|ascompleted|as_completed)#/;

/** Whether a task waits for the tasks of a gather, a group or their like. */
export function isForChildren(on: string): boolean {
  return FOR_CHILDREN.test(on);
}

/** The tasks that would have to act for the wait of `state` to end, where the events tell. */
export function blockersOf(moment: Moment, state: TaskState): readonly number[] {
  if (state.phase !== 'waiting') return [];
  const object = waitObjectOf(state.on);
  if (object.startsWith('task#')) {
    const task = Number(object.slice('task#'.length));
    return moment.states.get(task) === null ? [] : [task];
  }
  if (FOR_CHILDREN.test(object)) return moment.childrenOf(state.task);
  return waitKindOf(state.on) === 'object' ? moment.holdings.holdersOf(object) : [];
}

/**
 * What a task does at a moment, in words: "waits for left since 1 s, held by Task-2 (worker)";
 * `place` follows the time.
 */
export function stateWords(history: History, moment: Moment, state: TaskState, place = ''): string {
  const since = `since ${formatSeconds(state.since)}${place}`;
  if (state.phase === 'created')
    return `has not started: it was created at ${formatSeconds(state.since)}`;
  if (state.phase === 'running') return `has been running ${since}`;
  if (state.on === 'yield') return `gave way at ${formatSeconds(state.since)} and is ready`;
  if (state.on === 'sleep') {
    if (state.until === null) return `sleeps ${since}`;
    return `sleeps ${since} until ${formatSeconds(state.until)}`;
  }
  const blockers = blockersOf(moment, state);
  const by = blockers.length === 0 ? '' : `, ${blockerWords(history, moment, state, blockers)}`;
  return `waits for ${history.nameOf(state.on)} ${since}${by}`;
}

function blockerWords(
  history: History,
  moment: Moment,
  state: TaskState,
  blockers: readonly number[],
): string {
  const object = waitObjectOf(state.on);
  if (object.startsWith('task#')) return 'which has not ended';
  const named = blockers.slice(0, MAXIMUM_NAMED).map((task) => {
    if (FOR_CHILDREN.test(object)) return history.who(task);
    if (task === state.task) return `${history.who(task)} itself`;
    const since = history.event(moment.acquiredBy(object, task));
    return history.who(task) + (since === null ? '' : ` since ${formatSeconds(since.time)}`);
  });
  const more =
    blockers.length > MAXIMUM_NAMED ? ` and ${blockers.length - MAXIMUM_NAMED} more` : '';
  const verb = FOR_CHILDREN.test(object) ? 'which needs' : 'held by';
  return `${verb} ${named.join(', ')}${more}`;
}

/** What `task` waits for, what that waits for, and so on; the first step is of `task`. */
export function waitChain(history: History, moment: Moment, task: number): Step[] {
  const steps: Step[] = [];
  const seen = new Set<number>();
  const open = [task];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const state = moment.states.get(next);
    if (state === null || seen.has(next)) continue;
    if (steps.length === MAXIMUM_LINKS) break;
    seen.add(next);
    steps.push(stateStep(history, moment, state));
    const blockers = blockersOf(moment, state);
    const back = blockers.find((each) => seen.has(each));
    if (back !== undefined) {
      const last = steps[steps.length - 1];
      steps[steps.length - 1] = { ...last, text: `${last.text}: a ring` };
    }
    open.unshift(...blockers.filter((each) => !seen.has(each)).slice(0, MAXIMUM_NAMED));
  }
  return steps;
}

/** What a task does at a moment, at the place where it does it. */
function stateStep(history: History, moment: Moment, state: TaskState): Step {
  const seq = moment.suspensionOf(state.task) || (history.task(state.task)?.created ?? 0);
  const text = stateWords(history, moment, state);
  const event: TraceEvent | null = history.event(seq);
  if (event !== null) return history.step(event, text);
  const { task, since: time, at } = state;
  return { seq, time, task, who: history.who(task), at, text, source: history.lineAt(at) };
}
