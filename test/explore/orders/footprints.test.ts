// Which footprints clash, as a table, and that clashing knows no order.
import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { Footprints, Mode } from '../../../src/explore/orders/footprints.ts';
import { rowsOf } from './logged.ts';

type Name = keyof typeof Mode;

/** What is touched by each stretch: which others before it clash. */
function clashes(
  touches: readonly (readonly (readonly [place: string, mode: Name])[])[],
  nameOf?: (place: string) => string,
  unbounded: readonly number[] = [],
): number[][] {
  const footprints = new Footprints();
  touches.forEach((each, stretch) => {
    for (const [place, mode] of each) footprints.touch(stretch, place, Mode[mode]);
  });
  for (const stretch of unbounded) footprints.unbound(stretch);
  return rowsOf(footprints.clashes(touches.length, nameOf));
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
  expect(clashes([[['list#1', a]], [['list#1', b]]])).toEqual([[], commute ? [] : [0]]);
});

test('other places never clash, unless they are two names of one', () => {
  const two = [[['Lock#1', 'write']], [['lock#1', 'write']]] as const;
  expect(clashes(two)).toEqual([[], []]);
  expect(clashes(two, (place) => place.toLowerCase())).toEqual([[], [0]]);
  // Of two names of one place both may be touched by one stretch.
  expect(clashes([[...two[0], ...two[1]]], (place) => place.toLowerCase())).toEqual([[]]);
});

test('what is unbounded clashes with everything', () => {
  expect(clashes([[], [], [['x', 'read']]], undefined, [1])).toEqual([[], [0], [1]]);
});

test('stretches take turns, and of those that come too late nothing is said', () => {
  const footprints = new Footprints();
  for (const stretch of [2, 0, 1, 0, 2, 3]) {
    footprints.touch(stretch, 'x', stretch === 1 ? Mode.write : Mode.read);
  }
  footprints.touch(0, 'x', Mode.write);
  footprints.unbound(4);
  expect(rowsOf(footprints.clashes(3))).toEqual([[], [0], [0, 1]]);
});

const footprints = fc.array(
  fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.constantFrom(...NAMES)), { maxLength: 3 }),
  { minLength: 2, maxLength: 6 },
);

property.prop([footprints], { seed: 3 })('the same pairs clash in any order (seed 3)', (drawn) => {
  const pairs = (touches: typeof drawn, placeOf: (at: number) => number): string[] =>
    clashes(touches)
      .flatMap((before, at) => before.map((each) => [placeOf(each), placeOf(at)].sort().join()))
      .sort();
  const last = drawn.length - 1;
  expect(pairs(drawn.toReversed(), (at) => last - at)).toEqual(pairs(drawn, (at) => at));
});
