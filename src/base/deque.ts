// A queue in a ring whose capacity is a power of two: `collections.deque` as far as queues need it.

const INITIAL_CAPACITY = 16;

export class Deque<T> implements Iterable<T> {
  #items: (T | undefined)[] = new Array(INITIAL_CAPACITY).fill(undefined);
  #head = 0;
  length = 0;

  push(item: T): void {
    if (this.length === this.#items.length) this.#grow();
    this.#items[(this.#head + this.length) & (this.#items.length - 1)] = item;
    this.length++;
  }

  /** Removes and returns the first item; the deque is not empty. */
  shift(): T {
    const item = this.#items[this.#head] as T;
    this.#items[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#items.length - 1);
    this.length--;
    return item;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let i = 0; i < this.length; i++) {
      yield this.#items[(this.#head + i) & (this.#items.length - 1)] as T;
    }
  }

  #grow(): void {
    const items: (T | undefined)[] = new Array(this.#items.length * 2).fill(undefined);
    let i = 0;
    for (const item of this) items[i++] = item;
    this.#items = items;
    this.#head = 0;
  }
}
