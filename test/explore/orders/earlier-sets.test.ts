// Sets of earlier ones beside sets of numbers.
import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { EarlierSets } from '../../../src/explore/orders/earlier-sets.ts';
import { rowsOf } from './logged.ts';

/** More than two words of bits. */
const COUNT = 70;

const pair = fc
  .tuple(fc.nat(COUNT - 1), fc.nat(COUNT - 1))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const);
const step = fc.record({
  what: fc.constantFrom('add', 'add', 'add', 'join', 'fill'),
  pair,
});

function sorted(set: ReadonlySet<number>): number[] {
  return [...set].sort((a, b) => a - b);
}

property.prop([fc.array(step, { maxLength: 60 }), fc.array(pair, { maxLength: 40 })])(
  'they hold what was added, row by row',
  (steps, others) => {
    const sets = new EarlierSets(COUNT);
    const expected = Array.from({ length: COUNT }, () => new Set<number>());
    for (const {
      what,
      pair: [at, earlier],
    } of steps) {
      if (what === 'add') sets.add(at, earlier);
      else if (what === 'join') sets.join(at, earlier);
      else sets.fill(at);
      const added = what === 'add' ? [earlier] : what === 'join' ? expected[earlier] : range(at);
      for (const each of added) expected[at].add(each);
    }
    expect(rowsOf(sets)).toEqual(expected.map(sorted));
    const without = new EarlierSets(COUNT);
    for (const [at, earlier] of others) without.add(at, earlier);
    for (let at = 0; at < COUNT; at++) {
      const rest = sorted(expected[at]).filter((each) => !without.has(at, each));
      expect(sets.lastWithout(at, without)).toBe(rest.at(-1) ?? -1);
      expect(range(COUNT).filter((each) => sets.has(at, each))).toEqual(sorted(expected[at]));
    }
  },
);

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
