// What is left in queues when a run has ended: items that nobody took, and join() that still waits
// because somebody who took an item did not say task_done(). Where nothing can happen any more the
// deadlock is told, and not what it keeps anybody from taking.

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { Place, Violation } from '../trace/finding.ts';
import { TaskNames } from '../trace/task-names.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';

interface QueueState {
  readonly object: string;
  name: string;
  size: number;
  puts: number;
  last: { readonly task: number; readonly time: number; readonly at: Place };
}

interface Join {
  readonly object: string;
  readonly time: number;
  readonly at: Place;
}

const JOIN = / join$/;

export class QueueItems implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    'object.created',
    'queue.put',
    'queue.got',
    'queue.shut-down',
    'task.created',
    'task.suspended',
    'task.resumed',
    'loop.stopped',
    'loop.deadlocked',
  ]);
  readonly #queues = new Map<string, QueueState>();
  readonly #names = new TaskNames();
  readonly #objectNames = new Map<string, string>();
  readonly #joins = new Map<number, Join>();
  #time = 0;
  /** Whether the run came to an end of its own. */
  #hasStopped = false;
  #isDeadlocked = false;

  concerns(outline: RunOutline): boolean {
    return outline.has('queue.put') && !outline.has('loop.deadlocked');
  }

  see(event: TraceEvent): void {
    this.#time = event.time;
    this.#names.see(event);
    switch (event.kind) {
      case 'object.created':
        if (event.name !== null) this.#objectNames.set(event.object, event.name);
        break;
      case 'queue.put':
        this.#put(event);
        break;
      case 'queue.got':
        this.#resize(event.object, event.size);
        break;
      case 'queue.shut-down':
        if (event.immediate) this.#resize(event.object, 0);
        break;
      case 'task.suspended':
        if (JOIN.test(event.on)) {
          const { time, at } = event;
          this.#joins.set(event.task, { object: event.on.replace(JOIN, ''), time, at });
        }
        break;
      case 'task.resumed':
        this.#joins.delete(event.task);
        break;
      case 'loop.stopped':
        this.#hasStopped = true;
        break;
      case 'loop.deadlocked':
        this.#isDeadlocked = true;
        break;
    }
  }

  finish(): Violation[] {
    const violations = new ViolationList();
    if (this.#isDeadlocked || !this.#hasStopped) return [];
    for (const queue of this.#queues.values()) {
      if (queue.size > 0) this.#lost(violations, queue);
    }
    for (const [task, { object, time, at }] of this.#joins) {
      const name = this.#nameOf(object);
      const since = `since ${time} s${at === null ? '' : ` (line ${at[0]})`}`;
      const message =
        `${this.#names.of(task)} waits ${since} for all items of ${name} to be done: ` +
        'task_done() was not called for each';
      violations.add('queue.unfinished', time, [task], message, { at });
    }
    return violations.all();
  }

  #put(event: EventOf<'queue.put'>): void {
    const { object, task, time, at, size } = event;
    const last = { task, time, at };
    const known = this.#queues.get(object);
    if (known === undefined) {
      this.#queues.set(object, { object, name: this.#nameOf(object), size, puts: 1, last });
      return;
    }
    known.size = size;
    known.puts++;
    known.last = last;
  }

  #resize(object: string, size: number): void {
    const queue = this.#queues.get(object);
    if (queue !== undefined) queue.size = size;
  }

  #lost(violations: ViolationList, { name, size, puts, last }: QueueState): void {
    const who = this.#names.of(last.task);
    const where = last.at === null ? '' : ` (line ${last.at[0]})`;
    const were = size === 1 ? 'was' : 'were';
    const message =
      `${size} of ${puts} items of ${name} ${were} never taken; ` +
      `the last was put by ${who} at ${last.time} s${where}`;
    const tasks = last.task === 0 ? [] : [last.task];
    violations.add('queue.lost', this.#time, tasks, message, { at: last.at });
  }

  #nameOf(object: string): string {
    return this.#objectNames.get(object) ?? object;
  }
}
