// A task that waits in line for a lock, a permit or a queue while another one of its kind, that
// runs the same coroutine, is served again and again. asyncio's lines are first come, first served;
// but get() and put() take what is there before those in line are asked, and a time-out sends who
// waits back to the end of the line. Told when one other was served STARVED_TURNS times meanwhile.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Place, Violation } from '../trace/finding.ts';
import { TaskNames } from '../trace/task-names.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';

/** Turns of another task of its kind during one wait, from which on a task starves. */
export const STARVED_TURNS = 10;

interface Wait {
  readonly seq: number;
  readonly time: number;
  readonly at: Place;
}

/** What a task waits for, by the kind of the event that says so and of the one that ends it. */
const SERVED: ReadonlyMap<EventKind, string> = new Map<EventKind, string>([
  ['lock.acquired', 'lock'],
  ['semaphore.acquired', 'semaphore'],
  ['queue.got', 'get'],
  ['queue.put', 'put'],
]);

export class Starvation implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...SERVED.keys(),
    'object.created',
    'lock.waited',
    'semaphore.waited',
    'queue.waited',
    'task.created',
    'task.cancelled',
    'task.finished',
  ]);
  readonly #names = new TaskNames();
  readonly #coroutines = new Map<number, string>();
  readonly #objectNames = new Map<string, string>();
  /** Who waits in each line since when, first in line first. */
  readonly #lines = new Map<string, Map<number, Wait>>();
  /** `seq`s of the last turns of each task in a line. */
  readonly #turns = new Map<string, number[]>();
  readonly #told = new Set<string>();
  readonly #violations = new ViolationList();

  concerns(outline: RunOutline): boolean {
    if (outline.mostServed < STARVED_TURNS) return false;
    return outline.has('lock.waited', 'semaphore.waited', 'queue.waited');
  }

  see(event: TraceEvent): void {
    this.#names.see(event);
    switch (event.kind) {
      case 'task.created':
        this.#coroutines.set(event.task, event.coroutine);
        break;
      case 'object.created':
        if (event.name !== null) this.#objectNames.set(event.object, event.name);
        break;
      case 'lock.waited':
        this.#wait(event, `lock ${event.object}`);
        break;
      case 'semaphore.waited':
        this.#wait(event, `semaphore ${event.object}`);
        break;
      case 'queue.waited':
        this.#wait(event, `${event.operation} ${event.object}`);
        break;
      case 'lock.acquired':
      case 'semaphore.acquired':
      case 'queue.got':
      case 'queue.put':
        this.#serve(event, event.object, `${SERVED.get(event.kind)!} ${event.object}`);
        break;
      case 'task.cancelled':
      case 'task.finished':
        for (const line of this.#lines.values()) line.delete(event.task);
        break;
    }
  }

  finish(): Violation[] {
    return this.#violations.all();
  }

  #wait({ task, seq, time, at }: TraceEvent, key: string): void {
    let line = this.#lines.get(key);
    if (line === undefined) {
      line = new Map();
      this.#lines.set(key, line);
    }
    if (!line.has(task)) line.set(task, { seq, time, at });
  }

  #serve(event: TraceEvent, object: string, key: string): void {
    const { task, seq } = event;
    const line = this.#lines.get(key);
    line?.delete(task);
    const turns = this.#turns.get(`${key} ${task}`) ?? [];
    turns.push(seq);
    if (turns.length > STARVED_TURNS) turns.shift();
    this.#turns.set(`${key} ${task}`, turns);
    if (line === undefined || turns.length < STARVED_TURNS) return;
    const coroutine = this.#coroutines.get(task);
    for (const [other, wait] of line) {
      if (wait.seq > turns[0]) break;
      if (this.#coroutines.get(other) === coroutine) this.#tell(event, object, other, wait);
    }
  }

  #tell({ time, task }: TraceEvent, object: string, other: number, wait: Wait): void {
    const key = `${object} ${other}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const name = this.#objectNames.get(object) ?? object;
    const message =
      `${this.#names.of(other)} waits for ${name} since ${wait.time} s, and ` +
      `${this.#names.of(task)} was served ${STARVED_TURNS} times meanwhile`;
    this.#violations.add('starvation', time, [other, task], message, { at: wait.at });
  }
}
