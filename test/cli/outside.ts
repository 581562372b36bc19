// A clock that goes when a spec says so, and signals that come when it sends them.

import type { Outside, SignalName } from '../../src/cli/signals.ts';

export class FakeOutside implements Outside {
  /** Milliseconds. */
  time = 0;
  /** Codes that the process was ended with, in order; it goes on here. */
  readonly exits: number[] = [];
  readonly #listeners = new Map<SignalName, Set<() => void>>();

  now = (): number => this.time;

  on(name: SignalName, listener: () => void): void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
  }

  off(name: SignalName, listener: () => void): void {
    this.#listeners.get(name)?.delete(listener);
  }

  exit(code: number): void {
    this.exits.push(code);
  }

  /** Names of the signals that somebody listens to, in alphabetical order. */
  get listening(): SignalName[] {
    return [...this.#listeners].flatMap(([name, { size }]) => (size > 0 ? [name] : [])).toSorted();
  }

  signal(name: SignalName): void {
    for (const listener of this.#listeners.get(name) ?? []) listener();
  }
}
