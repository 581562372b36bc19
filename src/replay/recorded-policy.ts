// A scheduling policy that answers as another one did: from the `choice.made` events of a trace, in
// order. The run that it steers is compared event by event anyway, so a choice that does not fit
// (another kind, another number of options) is answered in the given order, and the comparison
// finds the place.

import type { ChoiceKind, SchedulingPolicy } from '../kernel/policy.ts';
import type { EventOf } from '../trace/event.ts';

export class RecordedPolicy implements SchedulingPolicy {
  readonly name: string;
  readonly #next: () => EventOf<'choice.made'> | null;

  /** `name`: that of the policy whose answers they are; `next` gives the next answer. */
  constructor(name: string, next: () => EventOf<'choice.made'> | null) {
    this.name = name;
    this.#next = next;
  }

  beginRun(): boolean {
    return true;
  }

  choose(kind: ChoiceKind, options: readonly string[]): readonly number[] {
    const given = options.map((_, i) => i);
    const choice = this.#next();
    if (choice === null || choice.choice !== kind || choice.options !== options.length)
      return given;
    const order = choice.picked.split(',').map(Number);
    const isOrder = given.every((i) => order.includes(i)) && order.length === given.length;
    return isOrder ? order : given;
  }
}
