// A scheduling policy that answers as another one did: from the `choice.made` events of a trace, in
// order. What it is asked of stands in the name of the other. The run that it steers is compared
// event by event anyway, so a choice that does not fit (another kind, another number of options, a
// duration out of its range) is answered as by default, and the comparison finds the place.

import {
  CHOICE_KINDS,
  type ChoiceKind,
  type DurationRange,
  type Jitter,
  policySettings,
  type SchedulingPolicy,
} from '../kernel/policy.ts';
import type { EventOf } from '../trace/event.ts';

export class RecordedPolicy implements SchedulingPolicy {
  readonly name: string;
  readonly varies: ReadonlySet<ChoiceKind>;
  readonly jitter: Jitter | null;
  readonly #next: () => EventOf<'choice.made'> | null;

  /** `name`: that of the policy whose answers they are; `next` gives the next answer. */
  constructor(name: string, next: () => EventOf<'choice.made'> | null) {
    this.name = name;
    const settings = policySettings(name);
    this.varies = settings?.varies ?? new Set(CHOICE_KINDS);
    this.jitter = settings?.jitter ?? null;
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

  duration(range: DurationRange): number {
    const choice = this.#next();
    const seconds = choice?.choice === 'timing' ? Number(choice.picked) : Number.NaN;
    return seconds >= range.least && seconds <= range.most ? seconds : range.nominal;
  }
}
