import { expect, test } from 'vitest';
import { toArray } from '../../../src/lang/objects/iteration.ts';
import { Builtin } from '../../../src/lang/values.ts';
import { call, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const listed = (name: string, args: unknown[], keywords = {}): string =>
  shown(run, () => toArray(run, call(run, name, args, keywords)));

test('zip ends with the shortest, unless it is strict', () => {
  expect(listed('zip', [[1, 2], 'abc'])).toBe("[(1, 'a'), (2, 'b')]");
  expect(listed('zip', [])).toBe('[]');
  expect(listed('zip', [[1], [1, 2]], { strict: true })).toBe(
    'ValueError: zip() argument 2 is longer than argument 1',
  );
  expect(listed('zip', [[1, 2], [1, 2], [1]], { strict: true })).toBe(
    'ValueError: zip() argument 3 is shorter than arguments 1-2',
  );
});

test('map takes one item of each', () => {
  const add = new Builtin('add(a, b)', (_run, a: number, b: number) => a + b);
  expect(listed('map', [add, [1, 2], [10, 20, 30]])).toBe('[11, 22]');
  expect(listed('map', [add])).toBe('TypeError: map() must have at least two arguments.');
});

test('filter keeps what is true, by itself or by the function', () => {
  const even = new Builtin('even(n)', (_run, n: number) => n % 2 === 0);
  expect(listed('filter', [even, [1, 2, 3, 4]])).toBe('[2, 4]');
  expect(listed('filter', [null, [0, 'a', '']])).toBe("['a']");
});

test('enumerate counts from any int', () => {
  expect(listed('enumerate', ['ab'], { start: 2 ** 53 - 1 })).toBe(
    "[(9007199254740991, 'a'), (9007199254740992, 'b')]",
  );
  expect(listed('enumerate', [])).toBe(
    "TypeError: enumerate() missing required argument 'iterable'",
  );
});

test('reversed walks back over sequences and dicts', () => {
  expect(listed('reversed', [[1, 2, 3]])).toBe('[3, 2, 1]');
  expect(listed('reversed', ['a𝄞'])).toBe("['𝄞', 'a']");
  expect(listed('reversed', [call(run, 'range', [0, 10, 3])])).toBe('[9, 6, 3, 0]');
  expect(
    listed('reversed', [
      call(run, 'dict', [
        [
          ['a', 1],
          ['b', 2],
        ],
      ]),
    ]),
  ).toBe("['b', 'a']");
  expect(listed('reversed', [5])).toBe("TypeError: 'int' object is not reversible");
});

test('iter of a function ends at the sentinel', () => {
  let count = 0;
  const next = new Builtin('next()', () => ++count);
  expect(listed('iter', [next, 4])).toBe('[1, 2, 3]');
  expect(listed('iter', [1, 2])).toBe('TypeError: iter(v, w): v must be callable');
});

test('their classes have CPython names', () => {
  expect(shown(run, () => call(run, 'type', [call(run, 'zip', [])]))).toBe("<class 'zip'>");
  expect(shown(run, () => call(run, 'reversed', [[1]]))).toMatch(
    /^<list_reverseiterator object at/,
  );
});
