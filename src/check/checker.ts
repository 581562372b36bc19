// What judges a run: a fold over its events that says at the end which rules were broken. A checker
// never stops a run and never throws. What one checker may report is bounded, so that a run that
// breaks a rule a million times costs a bounded amount of memory and can still be read.

import type { Violation } from '../trace/finding.ts';
import type { EventFold } from '../trace/fold.ts';

export interface Checker extends EventFold {
  /** The violations found, in order of time. Call once, after the last event. */
  finish(): Violation[];
}

/** Violations that one checker keeps; the rest are counted. */
export const MAXIMUM_VIOLATIONS = 100;

/** A list of violations that stops growing. */
export class ViolationList {
  readonly #list: Violation[] = [];
  #omitted = 0;

  add(rule: string, time: number, tasks: readonly number[], message: string): void {
    if (this.#list.length < MAXIMUM_VIOLATIONS) this.#list.push({ rule, time, tasks, message });
    else this.#omitted++;
  }

  /** Everything found; where more was found than kept, a last entry counts the rest. */
  all(): Violation[] {
    if (this.#omitted === 0) return [...this.#list];
    const last = this.#list[this.#list.length - 1];
    const message = `${this.#omitted} more violations of this kind are not listed`;
    return [...this.#list, { ...last, tasks: [], message }];
  }
}
