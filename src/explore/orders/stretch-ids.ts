// How the stretches of all runs of a search are called: after how their timers came to be, so that
// one is found again in a run of another order. Each name is made once, since all runs share most.

export class StretchIds {
  /** Of what comes before the first jump of the clock. */
  static readonly START = '0';
  /** By the stretch that made the timers: the ids of theirs, in order. */
  readonly #children = new Map<string, string[]>();

  /** The stretch of the timer number `index`, from 0, that the stretch `parent` made. */
  child(parent: string, index: number): string {
    let children = this.#children.get(parent);
    if (children === undefined) {
      children = [];
      this.#children.set(parent, children);
    }
    children[index] ??= `${parent}.${index}`;
    return children[index];
  }
}
