import { describe, expect, test } from 'vitest';
import { Mixed } from '../../../src/explore/strategies/mixed.ts';
import type { Coverage, Plan, Strategy } from '../../../src/explore/strategy.ts';
import type { Trial } from '../../../src/explore/trial.ts';

const trial = { seed: 0 } as Trial;

/** A strategy that has so many plans, and keeps what it was asked. */
class Counted implements Strategy {
  readonly name: string;
  readonly seen: string[];
  #left: number;
  readonly #isExhaustive: boolean;

  constructor(name: string, seen: string[], left: number, isExhaustive = false) {
    this.name = name;
    this.seen = seen;
    this.#left = left;
    this.#isExhaustive = isExhaustive;
  }

  isIndexed(_index: number): boolean {
    return true;
  }

  plan(_index: number): Plan | null {
    if (this.#left-- <= 0) return null;
    this.seen.push(this.name);
    return { seed: 1, decide: () => null };
  }

  learn(_trial: Trial): void {
    this.seen.push(`${this.name} learns`);
  }

  coverage(): Coverage {
    return { isExhaustive: this.#isExhaustive && this.#left < 0, note: this.name };
  }
}

function planned(systematicRuns: number, isExhaustive: boolean, runs: number): string[] {
  const seen: string[] = [];
  const systematic = new Counted('S', seen, systematicRuns, isExhaustive);
  const mixed = new Mixed(systematic, [new Counted('P', seen, 99), new Counted('R', seen, 99)]);
  for (let run = 0; run < runs; run++) {
    if (mixed.plan(run) === null) seen.push('end');
  }
  return seen;
}

describe('all strategies together', () => {
  test('take turns', () => {
    expect(planned(99, false, 7)).toEqual(['S', 'P', 'R', 'S', 'P', 'R', 'S']);
  });

  test('end where the systematic one has tried everything', () => {
    expect(planned(1, true, 5)).toEqual(['S', 'P', 'R', 'end', 'end']);
  });

  test('go on by chance where it has no more to try but not all was tried', () => {
    const seen = planned(1, false, 9);
    expect(seen.slice(0, 3)).toEqual(['S', 'P', 'R']);
    expect(seen.slice(3)).toEqual(['R', 'P', 'R', 'P', 'P', 'R']);
  });

  test('let the systematic one learn of the default run and of its own, not of others', () => {
    const seen: string[] = [];
    const mixed = new Mixed(new Counted('S', seen, 9), [new Counted('P', seen, 9)]);
    mixed.learn(trial);
    for (let run = 0; run < 3; run++) {
      mixed.plan(run);
      mixed.learn(trial);
    }
    expect(seen).toEqual(['S learns', 'S', 'S learns', 'P', 'S', 'S learns']);
  });

  test('can be asked for any run but those of the systematic one', () => {
    const mixed = new Mixed(new Counted('S', [], 9), [new Counted('P', [], 9)]);
    expect([0, 1, 2, 3].map((index) => mixed.isIndexed(index))).toEqual([false, true, false, true]);
  });

  test('cover what the systematic one does', () => {
    expect(new Mixed(new Counted('S', [], 1), []).coverage().note).toBe('S');
  });
});
