// What looks at places and changes of them are to a footprint.
import { expect, test } from 'vitest';
import { Mode } from '../../../src/explore/orders/footprints.ts';
import { touchPlace } from '../../../src/explore/orders/touched-places.ts';

test.each<[place: string, item: string | null, isWrite: boolean, expected: [string, number][]]>([
  ['x', null, false, [['x', Mode.read]]],
  ['x', null, true, [['x', Mode.write]]],
  [
    ...(['dict#1', "'k'", false] as const),
    [
      ['dict#1', Mode.readItem],
      ["dict#1['k']", Mode.read],
    ],
  ],
  [
    ...(['dict#1', "'k'", true] as const),
    [
      ['dict#1', Mode.addItem],
      ["dict#1['k']", Mode.write],
    ],
  ],
  [
    ...(['list#1', '0', false] as const),
    [
      ['list#1', Mode.readItem],
      ['list#1[0]', Mode.read],
    ],
  ],
  // Deleting one item moves the others.
  ['list#1', '0', true, [['list#1', Mode.write]]],
  ['deque#2', '0', true, [['deque#2', Mode.write]]],
  // -1 may be any of them.
  ['list#1', '-1', false, [['list#1', Mode.read]]],
  // Looking for an item makes it.
  [
    ...(['defaultdict#1', '7', false] as const),
    [
      ['defaultdict#1', Mode.addItem],
      ['defaultdict#1[7]', Mode.write],
    ],
  ],
])('%s, item %s, written: %s', (place, item, isWrite, expected) => {
  const touched: [place: string, mode: number][] = [];
  const footprints = {
    touch: (_stretch: number, ...touch: [string, number]) => touched.push(touch),
  };
  touchPlace(footprints, 0, { place, item, isWrite });
  expect(touched).toEqual(expected);
});
