// The rules of locks and semaphores: one task holds a lock at a time, a semaphore's value is never
// below 0, and no more permits are out than there are: acquisitions - releases <= capacity. Source:
// CPython Lib/asyncio/locks.py (Lock, Semaphore).

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { Violation } from '../trace/finding.ts';
import { HOLDING_KINDS, Holdings } from '../trace/holdings.ts';
import { type Checker, ViolationList } from './checker.ts';

export class LockRules implements Checker {
  readonly wants: ReadonlySet<EventKind> = HOLDING_KINDS;
  readonly #holdings = new Holdings();
  readonly #violations = new ViolationList();

  see(event: TraceEvent): void {
    if (event.kind === 'lock.acquired') this.#lockAcquired(event);
    if (event.kind === 'lock.released' && this.#holdings.holdersOf(event.object).length === 0) {
      const message = `task ${event.task} released ${this.#name(event.object)}, which nobody held`;
      this.#violations.add('lock.released-unheld', event.time, [event.task], message);
    }
    this.#holdings.see(event);
    if (event.kind === 'semaphore.acquired') this.#permits(event);
    if (event.kind === 'semaphore.released') this.#value(event);
  }

  finish(): Violation[] {
    return this.#violations.all();
  }

  #lockAcquired(event: EventOf<'lock.acquired'>): void {
    const holders = this.#holdings.holdersOf(event.object);
    if (holders.length === 0) return;
    const name = this.#name(event.object);
    const message = `task ${event.task} acquired ${name} while task ${holders.join(', ')} held it`;
    this.#violations.add('lock.shared', event.time, [...holders, event.task], message);
  }

  #permits(event: EventOf<'semaphore.acquired'>): void {
    this.#value(event);
    const holding = this.#holdings.get(event.object);
    if (holding === null || holding.capacity === null || holding.held <= holding.capacity) return;
    const message =
      `task ${event.task} acquired ${this.#name(event.object)}: ` +
      `${holding.held} permits are out, it has ${holding.capacity}`;
    this.#violations.add('semaphore.exceeded', event.time, [...holding.holders.keys()], message);
  }

  #value(event: EventOf<'semaphore.acquired' | 'semaphore.released'>): void {
    if (event.value >= 0) return;
    const message = `the value of ${this.#name(event.object)} fell to ${event.value}`;
    this.#violations.add('semaphore.negative', event.time, [event.task], message);
  }

  #name(object: string): string {
    const name = this.#holdings.nameOf(object);
    return name === object ? object : `${name} (${object})`;
  }
}
