// Which footprints clash, as a table, and that clashing knows no order.
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { clashesOf, Footprint, Mode } from '../../../src/explore/orders/footprint.ts';

type Name = keyof typeof Mode;

function touching(...touches: readonly (readonly [place: string, mode: Name])[]): Footprint {
  const footprint = new Footprint();
  for (const [place, mode] of touches) footprint.touch(place, Mode[mode]);
  return footprint;
}

const NAMES = Object.keys(Mode) as Name[];
/** What may come in either order at one place. */
const COMMUTING: readonly (readonly [Name, Name])[] = [
  ['read', 'read'],
  ['read', 'readItem'],
  ['readItem', 'readItem'],
  ['readItem', 'addItem'],
  ['readItem', 'count'],
  ['addItem', 'count'],
  ['count', 'count'],
];

test.each(NAMES.flatMap((a) => NAMES.map((b) => [a, b] as const)))('%s and %s', (a, b) => {
  const commute = COMMUTING.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  const clashes = clashesOf([touching(['list#1', a]), touching(['list#1', b])]);
  expect(clashes).toEqual([[], commute ? [] : [0]]);
});

test('other places never clash, unless they are two names of one', () => {
  const two = [touching(['Lock#1', 'write']), touching(['lock#1', 'write'])];
  expect(clashesOf(two)).toEqual([[], []]);
  expect(clashesOf(two, (place) => place.toLowerCase())).toEqual([[], [0]]);
});

test('what is unbounded clashes with everything', () => {
  const unbounded = touching();
  unbounded.isUnbounded = true;
  expect(clashesOf([touching(), unbounded, touching(['x', 'read'])])).toEqual([[], [0], [1]]);
});

const footprints = fc.array(
  fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom(...NAMES)), { maxLength: 3 }),
  { minLength: 2, maxLength: 6 },
);

property.prop([footprints], { seed: 3 })('the same pairs clash in any order (seed 3)', (drawn) => {
  const pairs = (touches: typeof drawn, placeOf: (at: number) => number): string[] =>
    clashesOf(touches.map((each) => touching(...each)))
      .flatMap((before, at) => before.map((each) => [placeOf(each), placeOf(at)].sort().join()))
      .sort();
  const last = drawn.length - 1;
  expect(pairs(drawn.toReversed(), (at) => last - at)).toEqual(pairs(drawn, (at) => at));
});
