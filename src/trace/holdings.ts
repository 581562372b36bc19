// A fold that knows who holds which lock and how many permits of which semaphore, at every event. A
// permit that is released by a task that holds none is taken from the holder of longest standing;
// where nobody holds one, it is a surplus, and the next to acquire does not count as a holder (a
// semaphore used as a signal). So holders = max(0, acquisitions - releases), which never exceeds
// the capacity.

import type { EventKind, EventOf, TraceEvent } from './event.ts';
import type { EventFold } from './fold.ts';

/** A lock or semaphore. */
export interface Holding {
  readonly object: string;
  /** Its class in the program, `Lock` or `BoundedSemaphore`. */
  readonly class: string;
  /** The program's name for it, else `object`. */
  readonly name: string;
  /** 1 for a lock; null where it was not told. */
  readonly capacity: number | null;
  /** Permits held by each task, in order of acquisition. */
  readonly holders: ReadonlyMap<number, number>;
  /** Permits held. */
  readonly held: number;
  /** Permits released beyond those held. */
  readonly surplus: number;
}

interface MutableHolding extends Holding {
  holders: Map<number, number>;
  held: number;
  surplus: number;
}

type HoldingEvent = EventOf<
  'object.created' | 'lock.acquired' | 'lock.released' | 'semaphore.acquired' | 'semaphore.released'
>;

export const HOLDING_KINDS: ReadonlySet<EventKind> = new Set<HoldingEvent['kind']>([
  'object.created',
  'lock.acquired',
  'lock.released',
  'semaphore.acquired',
  'semaphore.released',
]);

export class Holdings implements EventFold {
  readonly wants = HOLDING_KINDS;
  readonly #objects = new Map<string, MutableHolding>();
  /** The names of all objects, of other classes too. */
  readonly #names = new Map<string, string>();
  /** What each task holds. */
  readonly #byTask = new Map<number, Set<MutableHolding>>();
  #changed = 0;

  /** The task whose holdings the last acquisition or release changed; 0 for none. */
  get changed(): number {
    return this.#changed;
  }

  see(event: TraceEvent): void {
    switch (event.kind) {
      case 'object.created':
        this.#create(event);
        break;
      case 'lock.acquired':
      case 'semaphore.acquired':
        this.#acquire(this.#of(event.object), event.task);
        break;
      case 'lock.released':
      case 'semaphore.released':
        this.#release(this.#of(event.object), event.task);
        break;
    }
  }

  /** Every lock and semaphore that was announced or used, in that order. */
  all(): Iterable<Holding> {
    return this.#objects.values();
  }

  get(object: string): Holding | null {
    return this.#objects.get(object) ?? null;
  }

  /** The program's name for an object of any class, else the object itself. */
  nameOf(object: string): string {
    return this.#names.get(object) ?? object;
  }

  /** The tasks that hold a lock or permits of a semaphore. */
  holdersOf(object: string): readonly number[] {
    return [...(this.#objects.get(object)?.holders.keys() ?? [])];
  }

  /** What a task holds, in order of acquisition. */
  heldBy(task: number): readonly Holding[] {
    return [...(this.#byTask.get(task) ?? [])];
  }

  /** Whether a task holds anything. */
  holdsAny(task: number): boolean {
    return this.#byTask.has(task);
  }

  #create(event: EventOf<'object.created'>): void {
    const { object, name } = event;
    if (name !== null) this.#names.set(object, name);
    const isLock = event.class === 'Lock';
    if (!isLock && !event.class.endsWith('Semaphore')) return;
    this.#add(object, event.class, isLock ? 1 : event.capacity);
  }

  #of(object: string): MutableHolding {
    return this.#objects.get(object) ?? this.#add(object, object.split('#')[0], null);
  }

  #add(object: string, className: string, capacity: number | null): MutableHolding {
    const holding: MutableHolding = {
      object,
      class: className,
      name: this.nameOf(object),
      capacity,
      holders: new Map(),
      held: 0,
      surplus: 0,
    };
    this.#objects.set(object, holding);
    return holding;
  }

  #acquire(holding: MutableHolding, task: number): void {
    this.#changed = task;
    if (holding.surplus > 0) {
      holding.surplus--;
      return;
    }
    holding.held++;
    holding.holders.set(task, (holding.holders.get(task) ?? 0) + 1);
    const held = this.#byTask.get(task);
    if (held === undefined) this.#byTask.set(task, new Set([holding]));
    else held.add(holding);
  }

  #release(holding: MutableHolding, releaser: number): void {
    this.#changed = 0;
    if (holding.held === 0) {
      holding.surplus++;
      return;
    }
    const task = holding.holders.has(releaser) ? releaser : first(holding.holders);
    this.#changed = task;
    const count = holding.holders.get(task)!;
    holding.held--;
    if (count > 1) {
      holding.holders.set(task, count - 1);
      return;
    }
    holding.holders.delete(task);
    const held = this.#byTask.get(task)!;
    held.delete(holding);
    if (held.size === 0) this.#byTask.delete(task);
  }
}

function first(holders: ReadonlyMap<number, number>): number {
  for (const task of holders.keys()) return task;
  return 0;
}
