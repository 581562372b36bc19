// A system of difference constraints: upper bounds, strict or not, on the differences of points in
// time. Kept closed under the triangle inequality, so that a contradiction is seen at once and the
// bounds of a point are read off. Source: Dill, "Timing assumptions and verification of
// finite-state concurrent systems" (1989): difference-bound matrices.

export class DifferenceBounds {
  readonly #size: number;
  /** `values[i * size + j]`: the bound of point i less point j. */
  readonly #values: Float64Array;
  /** 1 where the bound itself is excluded. */
  readonly #strict: Uint8Array;
  /** Whether there are points that satisfy all constraints. */
  isFeasible = true;

  /** `size` points without a constraint; a copy of `from`, which has as many or fewer. */
  constructor(size: number, from: DifferenceBounds | null = null) {
    this.#size = size;
    this.#values = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
    this.#strict = new Uint8Array(size * size);
    for (let i = 0; i < size; i++) this.#values[i * size + i] = 0;
    if (from === null) return;
    this.isFeasible = from.isFeasible;
    for (let i = 0; i < from.#size; i++) {
      const row = from.#values.subarray(i * from.#size, (i + 1) * from.#size);
      this.#values.set(row, i * size);
      this.#strict.set(from.#strict.subarray(i * from.#size, (i + 1) * from.#size), i * size);
    }
  }

  /** Adds `point[i] - point[j] <= bound`, or `<` where it is strict. */
  limit(i: number, j: number, bound: number, isStrict = false): void {
    if (!this.isFeasible || bound === Number.POSITIVE_INFINITY) return;
    const size = this.#size;
    if (!this.#isTighter(bound, isStrict, i * size + j)) return;
    for (let a = 0; a < size; a++) {
      const toI = a * size + i;
      if (this.#values[toI] === Number.POSITIVE_INFINITY) continue;
      const value = this.#values[toI] + bound;
      const strict = isStrict || this.#strict[toI] === 1;
      for (let b = 0; b < size; b++) this.#tighten(a * size + b, value, strict, j * size + b);
    }
    for (let a = 0; a < size; a++) {
      const at = a * size + a;
      if (this.#values[at] < 0 || this.#strict[at] === 1) this.isFeasible = false;
    }
  }

  /** Bounds of `point[i] - point[j]`: from `least` to `most`, ends excluded where strict. */
  between(i: number, j: number) {
    const [up, down] = [i * this.#size + j, j * this.#size + i];
    return {
      least: -this.#values[down],
      most: this.#values[up],
      isOpen: this.#strict[up] === 1 || this.#strict[down] === 1,
    };
  }

  #tighten(at: number, value: number, strict: boolean, rest: number): void {
    const bound = value + this.#values[rest];
    if (bound === Number.POSITIVE_INFINITY) return;
    const isStrict = strict || this.#strict[rest] === 1;
    if (!this.#isTighter(bound, isStrict, at)) return;
    this.#values[at] = bound;
    this.#strict[at] = isStrict ? 1 : 0;
  }

  #isTighter(bound: number, isStrict: boolean, at: number): boolean {
    const known = this.#values[at];
    return bound < known || (bound === known && isStrict && this.#strict[at] === 0);
  }
}
