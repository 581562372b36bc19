// The iterators along others: what stays of them after an error, and what they alone keep.
import { expect, test } from 'vitest';
import { PyTypeError } from '../../../src/asyncio/exceptions.ts';
import {
  Accumulate,
  Chain,
  Compress,
  Cycle,
  DropWhile,
  FilterFalse,
  Pairwise,
  Slices,
  StarMap,
  TakeWhile,
  ZipLongest,
} from '../../../src/lang/modules/itertools-iterators.ts';
import { ListIterator, STOP } from '../../../src/lang/objects/iteration.ts';
import { Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

const run = plainInterpreter({ call: (_callee, [a]) => a });

test('each gives STOP for ever at its end', () => {
  const made = [
    new Accumulate(run, [], null, null),
    new Chain(run, new ListIterator([])),
    new Compress(run, [1], []),
    new Cycle(run, []),
    new DropWhile(run, null, []),
    new FilterFalse(run, null, [1]),
    new Pairwise(run, [1]),
    new Slices(run, [1, 2], 3, 4, 1),
    new StarMap(run, null, []),
    new TakeWhile(run, null, [0, 1]),
    new ZipLongest(run, [[], []], null),
  ];
  for (const each of made) expect([each.next(), each.next()]).toEqual([STOP, STOP]);
});

test('a slice takes no more than it needs', () => {
  const source = new ListIterator([0, 1, 2, 3, 4]);
  const slice = new Slices(run, source, 1, 3, 5);
  expect([slice.next(), slice.next(), source.next()]).toEqual([1, STOP, 3]);
});

test('a chain that meets something else is over', () => {
  const chain = new Chain(run, new ListIterator([[1], 5, [2]]));
  expect(chain.next()).toBe(1);
  expect(() => chain.next()).toThrow(PyTypeError);
  expect(chain.next()).toBe(STOP);
});

test('what has ended is filled', () => {
  const zip = new ZipLongest(run, [[1], [2, 3]], 0);
  expect([zip.next(), zip.next(), zip.next()]).toEqual([
    new Tuple([1, 2]),
    new Tuple([0, 3]),
    STOP,
  ]);
  expect(zip.sources).toEqual([]);
});
