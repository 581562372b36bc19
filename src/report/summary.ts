// The sum of a run in plain data: a fold that counts tasks, locks, semaphores, queues and
// expectations. Its memory is bounded by the tasks alive and by limits on objects and on different
// waiting times, not by the number of events. Percentiles are nearest-rank (quantiles.ts); they
// cover waits that ended with the lock, permit or item; a wait that was cancelled counts as
// abandoned.

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';
import { isHousekeeping } from '../trace/task-states.ts';
import { type HolderSummary, HolderTally } from './holder-tally.ts';
import { type QueueSummary, QueueTally, type WaitSummary } from './queue-tally.ts';

export type { HolderSummary, QueueSummary, WaitSummary };

export interface Summary {
  /** Virtual seconds. */
  readonly endTime: number;
  readonly iterations: number;
  readonly handles: number;
  /** Virtual seconds for which blocking calls held the loop. */
  readonly blockedSeconds: number;
  readonly isDeadlocked: boolean;
  readonly tasks: TaskSummary;
  /** Locks and semaphores in order of creation. */
  readonly holders: readonly HolderSummary[];
  /** Locks and semaphores beyond the first MAXIMUM_OBJECTS. */
  readonly holdersOmitted: number;
  readonly queues: readonly QueueSummary[];
  readonly queuesOmitted: number;
  readonly expectations: readonly ExpectationSummary[];
  readonly warnings: number;
}

/** The program's tasks, without those that asyncio makes to close a loop. */
export interface TaskSummary {
  readonly created: number;
  readonly returned: number;
  readonly raised: number;
  readonly cancelled: number;
  /** Created and not finished. */
  readonly pending: number;
  /** The most tasks alive at once. */
  readonly peak: number;
}

export interface ExpectationSummary {
  readonly rule: string;
  readonly index: number;
  readonly text: string;
  readonly outcome: 'held' | 'failed';
  /** When it was decided: of a failure, the first. */
  readonly time: number;
  /** Why it failed; empty where it held. */
  readonly reason: string;
}

const WANTED: readonly EventKind[] = [
  'task.created',
  'task.cancelled',
  'task.finished',
  'handle.executed',
  'object.created',
  'lock.waited',
  'lock.acquired',
  'lock.released',
  'semaphore.waited',
  'semaphore.acquired',
  'semaphore.released',
  'queue.waited',
  'queue.put',
  'queue.got',
  'clock.blocked',
  'expect.held',
  'expect.failed',
  'warning.raised',
  'loop.deadlocked',
  'loop.stopped',
];

export class SummaryFold implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set(WANTED);
  readonly #holders = new HolderTally();
  readonly #queues = new QueueTally();
  readonly #expectations = new Map<string, ExpectationSummary>();
  readonly #outcomes = { returned: 0, raised: 0, cancelled: 0 };
  /** asyncio's own tasks, alive. */
  readonly #housekeeping = new Set<number>();
  #endTime = 0;
  #iterations = 0;
  #handles = 0;
  #blockedSeconds = 0;
  #isDeadlocked = false;
  #created = 0;
  #alive = 0;
  #peak = 0;
  #warnings = 0;

  see(event: TraceEvent): void {
    this.#endTime = Math.max(this.#endTime, event.time);
    this.#iterations = Math.max(this.#iterations, event.iteration);
    switch (event.kind) {
      case 'task.created':
        this.#create(event);
        break;
      case 'task.finished':
        if (this.#housekeeping.delete(event.task)) break;
        this.#alive--;
        this.#outcomes[event.outcome]++;
        break;
      case 'handle.executed':
        this.#handles++;
        break;
      case 'clock.blocked':
        this.#blockedSeconds += event.seconds;
        this.#endTime = Math.max(this.#endTime, event.time + event.seconds);
        break;
      case 'expect.held':
      case 'expect.failed':
        this.#expect(event);
        break;
      case 'warning.raised':
        this.#warnings++;
        break;
      case 'loop.deadlocked':
        this.#isDeadlocked = true;
        break;
    }
    this.#holders.see(event);
    this.#queues.see(event);
  }

  /** What is known so far. */
  summary(): Summary {
    return {
      endTime: this.#endTime,
      iterations: this.#iterations,
      handles: this.#handles,
      blockedSeconds: this.#blockedSeconds,
      isDeadlocked: this.#isDeadlocked,
      tasks: {
        created: this.#created,
        ...this.#outcomes,
        pending: this.#alive,
        peak: this.#peak,
      },
      holders: this.#holders.summaries(),
      holdersOmitted: this.#holders.omitted,
      queues: this.#queues.summaries(),
      queuesOmitted: this.#queues.omitted,
      expectations: [...this.#expectations.values()],
      warnings: this.#warnings,
    };
  }

  #create(event: EventOf<'task.created'>): void {
    if (isHousekeeping(event.coroutine)) {
      this.#housekeeping.add(event.task);
      return;
    }
    this.#created++;
    this.#alive++;
    this.#peak = Math.max(this.#peak, this.#alive);
  }

  /** A failure stays; what held may still fail. */
  #expect(event: EventOf<'expect.held'> | EventOf<'expect.failed'>): void {
    const { rule, index, text, time } = event;
    const key = `${rule} ${index}`;
    if (this.#expectations.get(key)?.outcome === 'failed') return;
    const failed = event.kind === 'expect.failed';
    const reason = failed ? event.reason : '';
    this.#expectations.set(key, {
      rule,
      index,
      text,
      outcome: failed ? 'failed' : 'held',
      time,
      reason,
    });
  }
}
