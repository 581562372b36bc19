// Quantiles of many numbers in bounded memory. The p-th percentile of n values is the nearest rank:
// the value at place ceil(n * p / 100), from 1, in ascending order; so it is always one of the
// values. Exact while there are at most MAXIMUM_DISTINCT different values (virtual times repeat a
// lot); beyond that, values are counted by their leading mantissa bits, rounded down, 10 bits at
// first: less than 0.1 % off.

/** Different values that are counted apart. */
export const MAXIMUM_DISTINCT = 16_384;

const MANTISSA_BITS = 52;
/** Mantissa bits that are kept when values are first counted together. */
const COARSE_BITS = 10;

export class Quantiles {
  #counts = new Map<number, number>();
  #bits = MANTISSA_BITS;
  readonly #view = new DataView(new ArrayBuffer(8));
  #count = 0;
  #maximum = Number.NEGATIVE_INFINITY;

  /** Adds a value of 0 or more. */
  add(value: number): void {
    this.#count++;
    if (value > this.#maximum) this.#maximum = value;
    const key = this.#keyOf(value);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    while (this.#counts.size > MAXIMUM_DISTINCT && this.#bits > 0) this.#coarsen();
  }

  get count(): number {
    return this.#count;
  }

  /** The largest value, always exact; null where there is none. */
  get maximum(): number | null {
    return this.#count === 0 ? null : this.#maximum;
  }

  /** Whether every percentile is one of the values. */
  get isExact(): boolean {
    return this.#bits === MANTISSA_BITS;
  }

  /**
   * The percentiles asked for, each a whole number from 1 to 100; null where there are no values.
   */
  percentiles(percents: readonly number[]): (number | null)[] {
    const sorted = [...this.#counts].sort((a, b) => a[0] - b[0]);
    return percents.map((percent) => {
      const rank = Math.ceil((this.#count * percent) / 100);
      let seen = 0;
      for (const [value, count] of sorted) {
        seen += count;
        if (seen >= rank) return value;
      }
      return null;
    });
  }

  #coarsen(): void {
    this.#bits = this.#bits === MANTISSA_BITS ? COARSE_BITS : this.#bits - 1;
    const counts = new Map<number, number>();
    for (const [value, count] of this.#counts) {
      const key = this.#keyOf(value);
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    this.#counts = counts;
  }

  #keyOf(value: number): number {
    if (this.#bits === MANTISSA_BITS) return value;
    this.#view.setFloat64(0, value);
    // At most 20 bits of the mantissa stand in the upper word.
    const dropped = 20 - this.#bits;
    this.#view.setUint32(0, (this.#view.getUint32(0) >>> dropped) << dropped);
    this.#view.setUint32(4, 0);
    return this.#view.getFloat64(0);
  }
}
