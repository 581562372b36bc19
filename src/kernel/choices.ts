// Where the loop and what stands on it ask the policy: each question in one place, each answer an
// event. A loop without a policy has none of these, and asks nothing.

import { InternalError } from '../base/stop.ts';
import { Kind, type Tracer } from '../trace/tracer.ts';
import {
  CANCEL_OPTIONS,
  type ChoiceKind,
  type DurationRange,
  isOrderOf,
  type SchedulingPolicy,
} from './policy.ts';

/** A cancellation that the policy delivers to a task that waits. */
export type Delivery = (typeof CANCEL_OPTIONS)[number];

export class Choices {
  readonly #policy: SchedulingPolicy;
  readonly #tracer: Tracer | null;
  readonly #task: () => number;
  /** Whether timers with equal deadlines are put into order. */
  readonly ties: boolean;
  /** Whether the ready queue is put into order. */
  readonly readyOrder: boolean;
  /** Whether tasks that suspend may be cancelled. */
  readonly cancel: boolean;
  /** Whether durations that come from a draw may vary. */
  readonly timing: boolean;
  /** A duration out of a draw that was answered and has not reached its timer yet. */
  #answered = Number.NaN;

  /** `task` gives the number of the task that runs, 0 for none. */
  constructor(policy: SchedulingPolicy, tracer: Tracer | null, task: () => number) {
    this.#policy = policy;
    this.#task = task;
    this.#tracer = tracer;
    this.ties = policy.varies.has('ties');
    this.readyOrder = policy.varies.has('ready-order');
    this.cancel = policy.varies.has('cancel');
    this.timing = policy.varies.has('timing');
  }

  /** Puts `items` into the order that the policy chooses, where it varies that kind. */
  arrange<T>(kind: ChoiceKind, items: readonly T[], label: (item: T) => string): readonly T[] {
    const policy = this.#policy;
    if (items.length < 2 || !policy.varies.has(kind)) return items;
    const order = policy.choose(kind, items.map(label), this.#task());
    if (!isOrderOf(items.length, order)) {
      throw new InternalError(`policy ${policy.name}: not an order of ${items.length}: ${order}`);
    }
    this.#tracer?.emit(Kind.choiceMade, kind, items.length, order.join(','));
    return order.map((index) => items[index]);
  }

  /** What is done to a task that has just suspended. */
  delivery(): Delivery {
    const order = this.#policy.choose('cancel', CANCEL_OPTIONS, this.#task());
    this.#tracer?.emit(Kind.choiceMade, 'cancel', CANCEL_OPTIONS.length, order.join(','));
    return CANCEL_OPTIONS[order[0]];
  }

  /** A duration that comes from a draw: what it is to be instead. */
  drawnDuration(range: DurationRange): number {
    const { jitter } = this.#policy;
    const seconds = this.#ask(jitter === null ? range : widened(range, this.#spread(range.most)));
    this.#answered = seconds;
    return seconds;
  }

  /** Any other duration: it varies where the policy has a jitter, and where it is positive. */
  duration(seconds: number): number {
    const answered = this.#answered;
    this.#answered = Number.NaN;
    if (seconds === answered || this.#policy.jitter === null || !this.timing) return seconds;
    if (!(seconds > 0) || seconds === Number.POSITIVE_INFINITY) return seconds;
    const range = { nominal: seconds, least: seconds, most: seconds, values: null };
    return this.#ask(widened(range, this.#spread(seconds)));
  }

  #spread(seconds: number): number {
    const { jitter } = this.#policy;
    return jitter === null ? 0 : Math.max(seconds * jitter.share, jitter.seconds);
  }

  #ask(range: DurationRange): number {
    const seconds = this.#policy.duration(range, this.#task());
    if (!(seconds >= range.least && seconds <= range.most)) {
      throw new InternalError(`policy ${this.#policy.name}: ${seconds} s is out of its range`);
    }
    this.#tracer?.emit(Kind.choiceMade, 'timing', 0, String(seconds));
    return seconds;
  }
}

/** Never down to 0 or below: a sleep of 0 is another operation. */
function widened(range: DurationRange, spread: number): DurationRange {
  const { nominal, least, most } = range;
  if (!Number.isFinite(spread)) return range;
  const low = least - spread > 0 ? least - spread : Math.min(least, nominal / 1024);
  return { ...range, least: low, most: most + spread, values: null };
}
