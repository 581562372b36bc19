// The timer heap: heapq's algorithm, comparison for comparison, on typed arrays. Deadlines and
// slots move in the heap; the handles stay in a table of slots, so sifting writes no object
// reference. Two orders of equal deadlines: `heapq` compares deadlines only, and the order of equal
// ones is what the algorithm makes of it, as CPython's on a frozen clock; `fifo` falls back on the
// order of creation. Source: CPython Lib/heapq.py (_siftdown, _siftup, heapify),
// Lib/asyncio/base_events.py (_run_once).

import type { Timer } from './handle.ts';

export type Ties = 'fifo' | 'heapq';

const INITIAL_CAPACITY = 64;
// A heap has no room before the first timer: many runs have a heap that stays empty.
const NO_DEADLINES = new Float64Array(0);
const NO_SLOTS = new Int32Array(0);

export class TimerHeap {
  readonly #stable: boolean;
  #deadlines = NO_DEADLINES;
  /** Slots in heap order, and behind them those that are free again. */
  #slots = NO_SLOTS;
  /** By slot. */
  #handles: (Timer | null)[] = [];
  /** By slot, modulo 2**32: compared by their difference, since no two timers are so far apart. */
  #serials = NO_SLOTS;
  /** By slot: the events that scheduled them; only in a traced run, from the first on. */
  #causes: Float64Array | null = null;
  length = 0;
  /** Of the timer that was popped last: the event that scheduled it, 0 for none. */
  cause = 0;

  constructor(ties: Ties) {
    this.#stable = ties === 'fifo';
  }

  /** The earliest timer; the heap is not empty. */
  peek(): Timer {
    return this.#handles[this.#slots[0]] as Timer;
  }

  /** Deadline of the earliest timer in virtual seconds; the heap is not empty. */
  get earliest(): number {
    return this.#deadlines[0];
  }

  /** heapq.heappush; `cause` is the event that scheduled it, 0 for none. */
  push(handle: Timer, cause = 0): void {
    if (this.length === this.#deadlines.length) this.#grow();
    const last = this.length++;
    if (last === this.#handles.length) {
      this.#slots[last] = last;
      this.#handles.push(null);
    }
    const slot = this.#slots[last];
    this.#handles[slot] = handle;
    this.#serials[slot] = handle.serial | 0;
    if (cause !== 0) this.#causes ??= new Float64Array(this.#deadlines.length);
    if (this.#causes !== null) this.#causes[slot] = cause;
    this.#deadlines[last] = handle.scheduledFor;
    this.#siftDown(0, last);
  }

  /** heapq.heappop; the heap is not empty. */
  pop(): Timer {
    const slot = this.#slots[0];
    const handle = this.#handles[slot] as Timer;
    this.#handles[slot] = null;
    if (this.#causes !== null) this.cause = this.#causes[slot];
    const last = --this.length;
    if (last > 0) {
      this.#deadlines[0] = this.#deadlines[last];
      this.#slots[0] = this.#slots[last];
      this.#slots[last] = slot;
      this.#siftUp(0);
    }
    return handle;
  }

  /** Drops the cancelled timers in array order and heapifies the rest, as CPython does. */
  compact(): void {
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      const slot = this.#slots[i];
      const handle = this.#handles[slot] as Timer;
      if (handle.isCancelled) {
        handle.isScheduled = false;
        this.#handles[slot] = null;
      } else {
        this.#deadlines[kept] = this.#deadlines[i];
        this.#slots[i] = this.#slots[kept];
        this.#slots[kept] = slot;
        kept++;
      }
    }
    this.length = kept;
    for (let i = (kept >> 1) - 1; i >= 0; i--) this.#siftUp(i);
  }

  /** Every timer in array order, cancelled ones included. */
  handles(): Timer[] {
    return Array.from(this.#slots.subarray(0, this.length), (slot) => {
      return this.#handles[slot] as Timer;
    });
  }

  /** Every timer in the order in which they will be popped, cancelled ones included. */
  inOrder(): Timer[] {
    const copy = new TimerHeap(this.#stable ? 'fifo' : 'heapq');
    copy.#deadlines = this.#deadlines.slice();
    copy.#slots = this.#slots.slice();
    copy.#serials = this.#serials.slice();
    copy.#handles = this.#handles.slice();
    copy.length = this.length;
    return Array.from({ length: this.length }, () => copy.pop());
  }

  /** Drops all timers, and the room that was made for them. */
  clear(): void {
    while (this.length > 0) this.pop().isScheduled = false;
    this.#deadlines = NO_DEADLINES;
    this.#slots = NO_SLOTS;
    this.#serials = NO_SLOTS;
    this.#causes = null;
    this.#handles = [];
  }

  /** heapq._siftdown: moves the entry at `from` towards the root. */
  #siftDown(start: number, from: number): void {
    const deadlines = this.#deadlines;
    const slots = this.#slots;
    const deadline = deadlines[from];
    const slot = slots[from];
    let position = from;
    while (position > start) {
      const parent = (position - 1) >> 1;
      const above = deadlines[parent];
      if (!(deadline < above || (deadline === above && this.#earlier(slot, slots[parent])))) break;
      deadlines[position] = above;
      slots[position] = slots[parent];
      position = parent;
    }
    deadlines[position] = deadline;
    slots[position] = slot;
  }

  /**
   * heapq._siftup: moves the smaller children up to the leaf, then the entry back down to its
   * place.
   */
  #siftUp(start: number): void {
    const deadlines = this.#deadlines;
    const slots = this.#slots;
    const end = this.length;
    const deadline = deadlines[start];
    const slot = slots[start];
    let position = start;
    let child = 2 * position + 1;
    while (child < end) {
      const right = child + 1;
      let least = deadlines[child];
      if (right < end) {
        const other = deadlines[right];
        if (!(least < other || (least === other && this.#earlier(slots[child], slots[right])))) {
          child = right;
          least = other;
        }
      }
      deadlines[position] = least;
      slots[position] = slots[child];
      position = child;
      child = 2 * position + 1;
    }
    deadlines[position] = deadline;
    slots[position] = slot;
    this.#siftDown(start, position);
  }

  /** Of two equal deadlines: whether the first was made before the second, where that counts. */
  #earlier(first: number, second: number): boolean {
    return this.#stable && ((this.#serials[first] - this.#serials[second]) | 0) < 0;
  }

  #grow(): void {
    const capacity = Math.max(INITIAL_CAPACITY, this.#deadlines.length * 2);
    this.#deadlines = copyInto(new Float64Array(capacity), this.#deadlines);
    this.#slots = copyInto(new Int32Array(capacity), this.#slots);
    this.#serials = copyInto(new Int32Array(capacity), this.#serials);
    if (this.#causes !== null) this.#causes = copyInto(new Float64Array(capacity), this.#causes);
  }
}

function copyInto<A extends Float64Array | Int32Array>(to: A, from: A): A {
  to.set(from);
  return to;
}
