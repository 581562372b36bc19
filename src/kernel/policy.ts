// What decides everything that CPython leaves open. The default decides as CPython (or this
// document) does and is free: a loop without a policy never asks. Another policy is asked wherever
// there is more than one option of a kind that it varies, and each answer is an event of the trace,
// so that a trace replays without the policy. A policy's state lives in the policy and outlives
// runs.

/**
 * Kinds of choice. `timing`: a duration out of a range; `ties`: the order of timers with equal
 * deadlines; `sets`: the order in which asyncio walks an unordered set; `data`: a random draw;
 * `cancel`: whether a cancellation is delivered here; `ready-order`: the order of the ready queue
 * (not CPython's to vary).
 */
export type ChoiceKind = 'timing' | 'ties' | 'sets' | 'data' | 'cancel' | 'ready-order';

/** Every kind, the least strange first: what CPython itself does for some durations and draws. */
export const CHOICE_KINDS: readonly ChoiceKind[] = [
  'timing',
  'data',
  'ties',
  'sets',
  'cancel',
  'ready-order',
];

/** Where a duration may lie, virtual seconds. */
export interface DurationRange {
  /** What the program asks for. */
  readonly nominal: number;
  readonly least: number;
  /** It may be infinite. */
  readonly most: number;
  /** The only lengths that are possible, where these are few; null for all from least to most. */
  readonly values: readonly number[] | null;
  /** Which duration out of a draw it is, from 1, as `VirtualClock.draws` counts; none for others. */
  readonly draw?: number;
}

/** How far a duration may lie from what the program asks for: a share of it, or seconds. */
export interface Jitter {
  readonly share: number;
  readonly seconds: number;
}

/** When a cancellation is delivered to a task that has just suspended. */
export const CANCEL_OPTIONS = ['no', 'at once', 'as it wakes'] as const;

export interface SchedulingPolicy {
  /** Its name and settings, as they stand in a trace's header. */
  readonly name: string;
  /** The kinds of choice that it is asked of. */
  readonly varies: ReadonlySet<ChoiceKind>;
  /** By how much every positive duration may vary; null for those only that come from a draw. */
  readonly jitter: Jitter | null;
  /** Called before each run; false when nothing is left to try. */
  beginRun(): boolean;
  /**
   * Puts `options` (labels, at least two) into order: the answer holds each index from 0 once, the
   * first being taken first. For a choice of one, only the first counts. `task`: who asks, by its
   * creation number; 0 outside any task.
   */
  choose(kind: ChoiceKind, options: readonly string[], task: number): readonly number[];
  /** A duration of the kind `timing`, in the range. */
  duration(range: DurationRange, task: number): number;
}

/** Whether an answer holds every index from 0 to count - 1 once. */
export function isOrderOf(count: number, order: readonly number[]): boolean {
  if (order.length !== count) return false;
  const isThere: boolean[] = [];
  for (const index of order) {
    if (!Number.isInteger(index) || index < 0 || index >= count) return false;
    if (isThere[index]) return false;
    isThere[index] = true;
  }
  return true;
}

/** The name of a policy that is asked of these kinds: `policySettings` reads it. */
export function policyName(varies: ReadonlySet<ChoiceKind>, jitter: Jitter | null): string {
  const kinds = CHOICE_KINDS.filter((kind) => varies.has(kind)).join(' ');
  if (jitter === null) return `choices: ${kinds}`;
  return `choices: ${kinds}; jitter: ${jitter.share} ${jitter.seconds}`;
}

/** What a policy of this name is asked of; null where it is no such name. */
export function policySettings(name: string): Pick<SchedulingPolicy, 'varies' | 'jitter'> | null {
  const match = /^choices: ([a-z -]*?)(?:; jitter: ([\d.e+-]+) ([\d.e+-]+))?$/.exec(name);
  if (match === null) return null;
  const words = match[1].split(' ').filter((word) => word !== '');
  const kinds = words.filter((word) => (CHOICE_KINDS as readonly string[]).includes(word));
  if (kinds.length !== words.length) return null;
  const jitter =
    match[2] === undefined ? null : { share: Number(match[2]), seconds: Number(match[3]) };
  return { varies: new Set(kinds as ChoiceKind[]), jitter };
}
