// The yardstick's heap: times in a Float64Array, what waits for them in an Int32Array. First in,
// first out among equal times is not kept: it is a ceiling, not a loop.

export class TypedHeap {
  readonly #times: Float64Array;
  readonly #numbers: Int32Array;
  length = 0;

  /** `capacity`: entries at one time. */
  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#numbers = new Int32Array(capacity);
  }

  /** The earliest time; the heap is not empty. */
  get earliest(): number {
    return this.#times[0];
  }

  push(time: number, number: number): void {
    const times = this.#times;
    const numbers = this.#numbers;
    let position = this.length++;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (times[parent] <= time) break;
      times[position] = times[parent];
      numbers[position] = numbers[parent];
      position = parent;
    }
    times[position] = time;
    numbers[position] = number;
  }

  /** Removes the earliest entry and gives its number; the heap is not empty. */
  pop(): number {
    const times = this.#times;
    const numbers = this.#numbers;
    const first = numbers[0];
    const end = --this.length;
    const time = times[end];
    const number = numbers[end];
    let position = 0;
    for (let child = 1; child < end; child = 2 * position + 1) {
      if (child + 1 < end && times[child + 1] < times[child]) child++;
      if (times[child] >= time) break;
      times[position] = times[child];
      numbers[position] = numbers[child];
      position = child;
    }
    times[position] = time;
    numbers[position] = number;
    return first;
  }
}
