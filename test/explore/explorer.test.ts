// The search: how far it goes, in which slices, and what it tries first.
import { describe, expect, test } from 'vitest';
import { Explorer, type ExplorerOptions } from '../../src/explore/explorer.ts';
import { finished } from '../../src/explore/work.ts';
import { RACE, subjectOf, TIE, variation } from './explored.ts';

function explorer(text: string, options: Partial<ExplorerOptions> = {}): Explorer {
  return new Explorer(subjectOf(text), { ...variation(['timing', 'ties']), ...options });
}

function searched(search: Explorer, slice = 1000): Explorer {
  while (!finished(search.advance(slice)));
  return search;
}

describe('a search', () => {
  test.each([1, 2, 5, 69])('of %i schedules runs just as many', (runs) => {
    const search = searched(explorer(RACE, { runs, strategy: 'random', failures: 99 }));
    expect(search.runs).toBe(runs);
  });

  test('ends where everything was tried: six orders of three timers', () => {
    for (const runs of [5, 6, 7]) {
      const search = searched(explorer(TIE, { runs, strategy: 'systematic' }));
      expect(search.runs).toBe(Math.min(runs, 6));
      expect(search.coverage().isExhaustive).toBe(runs >= 6);
    }
  });

  test('finds the same in whatever slices it runs', () => {
    const told = (slice: number) => {
      const { runs, sightings } = searched(explorer(RACE, { runs: 40 }), slice);
      return [runs, sightings.map(({ symptom, run }) => [symptom, run])];
    };
    expect(told(1)).toEqual(told(1000));
    expect(told(7)).toEqual(told(1000));
  });

  test('ends after so many failures', () => {
    const search = searched(explorer(RACE, { failures: 1 }));
    expect(search.failures).toBe(1);
    expect(search.sightings[0].run).toBe(search.runs);
  });

  test('tries the default order first, then what failed before', () => {
    const known = [{ seed: 1, answers: new Map([[1, 2.5]]) }];
    const search = searched(explorer(RACE, { known, failures: 1, strategy: 'random' }));
    expect(search.sightings.map(({ run }) => run)).toEqual([2]);
  });

  test('is not misled by schedules of another program', () => {
    const known = [{ seed: 1, answers: new Map([[0, [1, 0]]]) }];
    expect(searched(explorer(TIE, { known, strategy: 'systematic' })).runs).toBe(7);
  });

  test('has covered nothing before it began', () => {
    const search = explorer(TIE);
    expect(search.coverage()).toEqual({ isExhaustive: false, note: 'nothing was tried' });
    expect([search.strategyName, search.runs]).toEqual(['mixed', 0]);
    searched(search);
    expect(search.strategyName).toBe('mixed');
  });

  // Of three timers either of the last two may come first, or these two change places; each of the
  // first two has one order more.
  test.each([
    [{ runs: 3 }, 'it stopped after 3 schedules (--runs); 2 runs were waiting'],
    [{ runs: 1 }, 'it stopped after 1 schedule (--runs); 2 runs were waiting'],
    [{ failures: 1 }, 'it stopped after 1 failure (--failures); 2 runs were waiting'],
  ])('that stops early says after what: %j', (options, note) => {
    const search = searched(explorer(TIE, { strategy: 'systematic', ...options }));
    expect(search.coverage()).toEqual({ isExhaustive: false, note });
  });

  test('that is ended from outside says why, and is not exhaustive', () => {
    const search = explorer(TIE, { strategy: 'systematic' });
    finished(search.advance(2));
    search.end('it was interrupted');
    expect(finished(search.advance(9))).toBe(true);
    const note = 'it was interrupted; 2 runs were waiting';
    expect(search.coverage()).toEqual({ isExhaustive: false, note });
    expect(search.runs).toBe(2);
  });

  test('whose last run is cut short is not exhaustive', () => {
    // Two orders: by default the program ends at once, in the other one it goes on for long.
    const text = TIE.replace('"abc"', '"ab"').replace(
      'assert order[0] != "b", order',
      'while order[0] == "b":\n        await asyncio.sleep(1)',
    );
    const search = explorer(text, { strategy: 'systematic' });
    const work = search.advance(9);
    // After the first run; in the middle of the second.
    expect([work.next(null).done, work.next(null).done]).toEqual([false, false]);
    expect(work.next('its time was over')).toEqual({ done: true, value: true });
    expect(search.coverage()).toEqual({ isExhaustive: false, note: 'its time was over' });
    expect(search.runs).toBe(1);
  });

  test('of random data is not exhaustive', () => {
    const options = { ...variation(['data']), strategy: 'systematic', runs: 9 } as const;
    const search = searched(new Explorer(subjectOf(TIE), options));
    expect(search.coverage().note).toBe('random data are drawn, not enumerated');
  });
});
