import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sorted } from '../../../src/lang/objects/sorting.ts';
import { Builtin, Instance, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass } from './plain-interpreter.ts';

const run = plainInterpreter();

test('sorting is stable, either way (seed 4)', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat()));
  const first = new Builtin('first(pair)', (_run, pair: Tuple) => pair.items[0]);
  fc.assert(
    fc.property(pairs, fc.boolean(), (list, reverse) => {
      const tagged = list.map(([key], i) => [key, i] as const);
      const result = sorted(
        run,
        tagged.map((pair) => new Tuple(pair)),
        first,
        reverse,
      );
      const expected = [...tagged].sort((a, b) => (reverse ? b[0] - a[0] : a[0] - b[0]));
      expect(result.map((tuple) => (tuple as Tuple).items)).toEqual(expected);
    }),
    { seed: 4 },
  );
});

test('only < is asked', () => {
  const asked: string[] = [];
  const cls = programClass('A', {
    __lt__: (_run, _self: unknown, _other: unknown) => {
      asked.push('<');
      return false;
    },
  });
  sorted(run, [new Instance(cls), new Instance(cls)], null, false);
  expect(asked).toEqual(['<']);
});

test('sorting sorted items compares each pair of neighbours once', () => {
  let compared = 0;
  const cls = programClass('N', {
    __lt__: (_run, self: Instance, other: Instance) => {
      compared++;
      return (self.attributes.get('n') as number) < (other.attributes.get('n') as number);
    },
  });
  const items = [1, 2, 3, 4, 5].map((n) => {
    const instance = new Instance(cls);
    instance.attributes.set('n', n);
    return instance;
  });
  expect(sorted(run, items, null, false)).toEqual(items);
  expect(compared).toBeLessThanOrEqual(5);
});

test('a large list is sorted without running out of stack', () => {
  const items = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_000);
  const result = sorted(run, items, null, false);
  expect(result[0]).toBe(0);
  expect(result[199_999]).toBe(199_999);
});
