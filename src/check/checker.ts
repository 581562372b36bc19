// What judges a run: a fold over its events that says at the end which rules were broken. A checker
// never stops a run and never throws. What one checker may report is bounded, so that a run that
// breaks a rule a million times costs a bounded amount of memory and can still be read.

import type { Place, RelatedPlace, Violation } from '../trace/finding.ts';
import type { EventFold } from '../trace/fold.ts';
import type { RunOutline } from './run-outline.ts';

export interface Checker extends EventFold {
  /** The violations found, in order of time. Call once, after the last event. */
  finish(): Violation[];
}

/** A checker of what counts as a finding: it is asked only where it may have something to say. */
export interface FindingChecker extends Checker {
  /** Whether a run of this outline may hold anything that it reports: cheap, and never wrong. */
  concerns(outline: RunOutline): boolean;
}

/** Violations that one checker keeps; the rest are counted. */
export const MAXIMUM_VIOLATIONS = 100;

/** A list of violations that stops growing. */
export class ViolationList {
  readonly #list: Violation[] = [];
  #omitted = 0;

  /** `places`: where it shows, and the places that led to it. */
  add(
    rule: string,
    time: number,
    tasks: readonly number[],
    message: string,
    places: { readonly at?: Place; readonly related?: readonly RelatedPlace[] } = {},
  ): void {
    if (this.#list.length === MAXIMUM_VIOLATIONS) this.#omitted++;
    else this.#list.push({ rule, time, tasks, message, ...places });
  }

  /** Everything found; where more was found than kept, a last entry counts the rest. */
  all(): Violation[] {
    if (this.#omitted === 0) return [...this.#list];
    const last = this.#list[this.#list.length - 1];
    const message = `${this.#omitted} more violations of this kind are not listed`;
    return [...this.#list, { rule: last.rule, time: last.time, tasks: [], message }];
  }
}
