// The tasks that wait for a primitive. A waiter is a future in an intrusive doubly linked list, so
// that leaving from the middle costs O(1); CPython's deque scans, and a crowd of cancelled waiters
// is quadratic there. Two kinds of list: one keeps a waiter until it removes itself or is taken
// out (Lock looks at the first even if it is done, Queue takes out those it wakes), the other lets
// go of it as soon as it is done ("the first that is not done"). The counts speak of all that have not
// removed themselves, as CPython's `_waiters` does.

import type { EventLoop } from './base-events.ts';
import { RETURNED, type Signal, YIELDED } from './coroutines.ts';
import { RuntimeError } from './exceptions.ts';
import { LabelledFuture } from './futures.ts';
import { Primitive } from './operation.ts';

export class Waiter extends LabelledFuture {
  readonly list: WaiterList;
  previousWaiter: Waiter | null = null;
  nextWaiter: Waiter | null = null;
  isLinked = false;

  constructor(loop: EventLoop, list: WaiterList) {
    super(loop);
    this.list = list;
  }

  override cancel(message: unknown = null): boolean {
    const cancelled = super.cancel(message);
    if (cancelled) this.list.noteDone(this, true);
    return cancelled;
  }

  override setResult(result: unknown): void {
    super.setResult(result);
    this.list.noteDone(this, false);
  }
}

export class WaiterList {
  readonly #keepsDone: boolean;
  #first: Waiter | null = null;
  #last: Waiter | null = null;
  /** Waiters that have not removed themselves. */
  length = 0;
  /** Those of them that are not cancelled. */
  uncancelled = 0;
  /** Those that are in the list. */
  linked = 0;

  /** `keepsDone`: a waiter stays in the list until it is removed, done or not. */
  constructor(keepsDone: boolean) {
    this.#keepsDone = keepsDone;
  }

  /** The first in the list. */
  get first(): Waiter | null {
    return this.#first;
  }

  /** Takes the first out of the list; null where it is empty. */
  pop(): Waiter | null {
    const waiter = this.#first;
    if (waiter !== null) this.#unlink(waiter);
    return waiter;
  }

  /** Appends a new waiter of `loop`; `label` is what a trace calls the wait. */
  add(loop: EventLoop, label: string | null): Waiter {
    const waiter = new Waiter(loop, this);
    waiter.label = label ?? '';
    waiter.previousWaiter = this.#last;
    waiter.isLinked = true;
    if (this.#last === null) this.#first = waiter;
    else this.#last.nextWaiter = waiter;
    this.#last = waiter;
    this.length++;
    this.linked++;
    this.uncancelled++;
    return waiter;
  }

  /** The waiter has stopped waiting: its task runs. */
  remove(waiter: Waiter): void {
    this.length--;
    if (!waiter.cancelled()) this.uncancelled--;
    this.#unlink(waiter);
  }

  noteDone(waiter: Waiter, cancelled: boolean): void {
    if (cancelled) this.uncancelled--;
    if (!this.#keepsDone) this.#unlink(waiter);
  }

  #unlink(waiter: Waiter): void {
    if (!waiter.isLinked) return;
    waiter.isLinked = false;
    this.linked--;
    const { previousWaiter, nextWaiter } = waiter;
    if (previousWaiter === null) this.#first = nextWaiter;
    else previousWaiter.nextWaiter = nextWaiter;
    if (nextWaiter === null) this.#last = previousWaiter;
    else nextWaiter.previousWaiter = previousWaiter;
    waiter.previousWaiter = null;
    waiter.nextWaiter = null;
  }
}

/**
 * An operation that stands in line until its waiter is done, once or again and again. A state
 * machine, because a generator for each wait takes several times as long and twice the memory.
 */
export abstract class LineOperation<T> extends Primitive<T> {
  // Assigned by the constructor: see Coroutine.
  /** Stands in line; null before and after. */
  declare private waiter: Waiter | null;

  constructor() {
    super();
    this.waiter = null;
  }

  /** Does it at once if that is possible: true, and the result is in `payload`. */
  protected abstract attempt(): boolean;
  /** Joins the line. Throws where there is nothing to wait for any more. */
  protected abstract join(): Waiter;
  /** As `attempt`, after the waiter was woken and has left the line; false to join it again. */
  protected abstract woken(): boolean;
  /** The wait ends by `error`; the waiter is still to leave the line. */
  protected abstract ended(waiter: Waiter, error: unknown): void;

  send(): Signal {
    const { waiter } = this;
    if (waiter === null) return this.enter();
    if (!waiter.done()) return this.throw(new RuntimeError("await wasn't used with future"));
    if (waiter.failed()) return this.throw(waiter.takeError());
    this.waiter = null;
    waiter.list.remove(waiter);
    try {
      return this.woken() ? this.finish() : this.stand();
    } catch (error) {
      return this.fail(error);
    }
  }

  throw(error: unknown): Signal {
    const { waiter } = this;
    this.started = true;
    this.waiter = null;
    if (waiter !== null) this.ended(waiter, error);
    return this.fail(error);
  }

  private enter(): Signal {
    try {
      if (this.state !== 'CREATED') {
        throw new RuntimeError('cannot reuse already awaited coroutine');
      }
      this.started = true;
      return this.attempt() ? this.finish() : this.stand();
    } catch (error) {
      return this.fail(error);
    }
  }

  private stand(): Signal {
    const waiter = this.join();
    this.waiter = waiter;
    this.payload = waiter;
    this.state = 'SUSPENDED';
    return YIELDED;
  }

  private finish(): Signal {
    this.state = 'CLOSED';
    return RETURNED;
  }
}
