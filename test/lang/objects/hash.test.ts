import { expect, test } from 'vitest';
import { BY_CONTENT, bucketOf, hash, keyOf } from '../../../src/lang/objects/hash.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Float, Instance, Range, Slice, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('numbers hash as in CPython on 64 bits', () => {
  const p = 2n ** 61n - 1n;
  expect(hash(run, -1)).toBe(-2);
  expect(hash(run, true)).toBe(1);
  expect(hash(run, p)).toBe(0);
  expect(hash(run, p + 5n)).toBe(5);
  expect(hash(run, new Float(1.5))).toBe(1152921504606846977n);
  expect(hash(run, new Float(2 ** 61))).toBe(1);
  expect(hash(run, new Float(-Infinity))).toBe(-314159);
  expect(hash(run, null)).toBe(0xfca86420);
});

test('tuples and frozensets of numbers hash as in CPython', () => {
  expect(hash(run, new Tuple([]))).toBe(5740354900026072187n);
  expect(hash(run, new Tuple([1, 2]))).toBe(-3550055125485641917n);
  expect(hash(run, new PySet(run, [1, 2, 3], true))).toBe(-272375401224217160n);
  expect(hash(run, new PySet(run, [], true))).toBe(133146708735736);
});

test('equal values have equal hashes and keys', () => {
  const pairs: [unknown, unknown][] = [
    [1, new Float(1)],
    [2n ** 70n, new Float(2 ** 70)],
    [new Tuple([1, 'a']), new Tuple([true, 'a'])],
    [new Range(0, 3, 2), new Range(0, 4, 2)],
    [new Slice(1, 2, null), new Slice(1, new Float(2), null)],
  ];
  for (const [a, b] of pairs) {
    expect(hash(run, a)).toBe(hash(run, b));
    expect(bucketOf(run, a)).toBe(bucketOf(run, b));
    expect(keyOf(a)).toBe(keyOf(b));
  }
});

test('lists, and tuples with lists, have no hash', () => {
  expect(shown(run, () => hash(run, []))).toBe("TypeError: unhashable type: 'list'");
  expect(shown(run, () => hash(run, new Tuple([[]])))).toBe("TypeError: unhashable type: 'list'");
  expect(shown(run, () => hash(run, new PySet(run)))).toBe("TypeError: unhashable type: 'set'");
});

test('a class with __eq__ alone is unhashable, one without either has identity', () => {
  const eq = new Instance(programClass('Eq', { __eq__: () => true }));
  const plain = new Instance(programClass('Plain', {}));
  expect(shown(run, () => hash(run, eq))).toBe("TypeError: unhashable type: 'Eq'");
  expect(keyOf(plain)).toBe(plain);
  expect(keyOf(eq)).toBe(BY_CONTENT);
  const wrong = new Instance(programClass('Wrong', { __hash__: () => 'a' }));
  expect(shown(run, () => hash(run, wrong))).toBe(
    'TypeError: __hash__ method should return an integer',
  );
});

test('a text has the same hash in every run', () => {
  expect(hash(plainInterpreter(), 'name')).toBe(hash(plainInterpreter(), 'name'));
  expect(hash(run, '')).toBe(0);
});
