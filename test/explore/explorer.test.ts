// The search: how far it goes, in which slices, and what it tries first.
import { describe, expect, test } from 'vitest';
import { Explorer, type ExplorerOptions } from '../../src/explore/explorer.ts';
import { RACE, subjectOf, TIE, variation } from './explored.ts';

function explorer(text: string, options: Partial<ExplorerOptions> = {}): Explorer {
  return new Explorer(subjectOf(text), { ...variation(['timing', 'ties']), ...options });
}

function finished(search: Explorer, slice = 1000): Explorer {
  while (!search.advance(slice));
  return search;
}

describe('a search', () => {
  test.each([1, 2, 5, 69])('of %i schedules runs just as many', (runs) => {
    const search = finished(explorer(RACE, { runs, strategy: 'random', failures: 99 }));
    expect(search.runs).toBe(runs);
  });

  test('ends where everything was tried: six orders of three timers', () => {
    for (const runs of [5, 6, 7]) {
      const search = finished(explorer(TIE, { runs, strategy: 'systematic' }));
      expect(search.runs).toBe(Math.min(runs, 6));
      expect(search.coverage().isExhaustive).toBe(runs >= 6);
    }
  });

  test('finds the same in whatever slices it runs', () => {
    const told = (slice: number) => {
      const { runs, sightings } = finished(explorer(RACE, { runs: 40 }), slice);
      return [runs, sightings.map(({ symptom, run }) => [symptom, run])];
    };
    expect(told(1)).toEqual(told(1000));
    expect(told(7)).toEqual(told(1000));
  });

  test('ends after so many failures', () => {
    const search = finished(explorer(RACE, { failures: 1 }));
    expect(search.failures).toBe(1);
    expect(search.sightings[0].run).toBe(search.runs);
  });

  test('tries the default order first, then what failed before', () => {
    const known = [{ seed: 1, answers: new Map([[1, 2.5]]) }];
    const search = finished(explorer(RACE, { known, failures: 1, strategy: 'random' }));
    expect(search.sightings.map(({ run }) => run)).toEqual([2]);
  });

  test('is not misled by schedules of another program', () => {
    const known = [{ seed: 1, answers: new Map([[0, [1, 0]]]) }];
    expect(finished(explorer(TIE, { known, strategy: 'systematic' })).runs).toBe(7);
  });

  test('has covered nothing before it began', () => {
    const search = explorer(TIE);
    expect(search.coverage()).toEqual({ isExhaustive: false, note: 'nothing was tried' });
    expect([search.strategyName, search.runs]).toEqual(['', 0]);
    finished(search);
    expect(search.strategyName).toBe('mixed');
  });

  test('of random data is not exhaustive', () => {
    const options = { ...variation(['data']), strategy: 'systematic', runs: 9 } as const;
    const search = finished(new Explorer(subjectOf(TIE), options));
    expect(search.coverage().note).toBe('random data are drawn, not enumerated');
  });
});
