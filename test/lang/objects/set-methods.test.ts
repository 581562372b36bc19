import { expect, test } from 'vitest';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { setOf, sourceOf } from '../../../src/lang/objects/set-methods.ts';
import { method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const set = (...members: unknown[]): PySet => new PySet(run, members);
const result = (self: PySet, name: string, ...args: unknown[]): string =>
  shown(run, () => method(run, self, name, args));

test('methods take any iterables, any number of them', () => {
  expect(result(set(1), 'union', [2], 'a')).toBe("{1, 2, 'a'}");
  expect(result(set(1, 2, 3), 'intersection', [1, 2], [2, 5])).toBe('{2}');
  expect(result(set(1, 2, 3), 'difference', [1], [2])).toBe('{3}');
  expect(result(set(1, 2), 'symmetric_difference', [2, 3])).toBe('{1, 3}');
  expect(result(set(1), 'isdisjoint', [2])).toBe('True');
  expect(result(set(1), 'issubset', [1, 2])).toBe('True');
  expect(result(set(1, 2), 'issuperset', [1])).toBe('True');
});

test('updates change the set itself', () => {
  const s = set(1, 2, 3);
  method(run, s, 'intersection_update', [[2, 3, 4]]);
  method(run, s, 'difference_update', [[3]]);
  method(run, s, 'symmetric_difference_update', [[9]]);
  expect(shown(run, () => s)).toBe('{9, 2}');
});

test('a member that is absent is a KeyError, or nothing', () => {
  expect(result(set(1), 'remove', 2)).toBe('KeyError: 2');
  expect(result(set(1), 'discard', 2)).toBe('None');
  expect(result(set(), 'pop')).toBe("KeyError: 'pop from an empty set'");
  expect(result(set(1), 'remove', set(1))).toBe('KeyError: {1}');
});

test('a frozenset has no method that would change it', () => {
  expect(shown(run, () => method(run, setOf(run, [1], true), 'add', [1]))).toBe(
    "AttributeError: 'frozenset' object has no attribute 'add'",
  );
  expect(result(setOf(run, [1], true), 'union', [2])).toBe('frozenset({1, 2})');
});

test('sets and dicts are taken as they are', () => {
  const dict = new Dict(run);
  expect(sourceOf(run, dict)).toBe(dict);
  expect([...(sourceOf(run, 'ab') as Iterable<unknown>)]).toEqual(['a', 'b']);
});

test('what is looked for in the set is hashed, what is put in is said to be unhashable', () => {
  const plain = `TypeError: unhashable type: 'list'`;
  const put = `TypeError: cannot use 'list' as a set element (unhashable type: 'list')`;
  for (const name of ['intersection', 'intersection_update', 'issubset']) {
    expect(result(set(1), name, [[1]])).toBe(plain);
  }
  for (const name of ['union', 'difference', 'issuperset', 'isdisjoint', 'update']) {
    expect(result(set(1), name, [[1]])).toBe(put);
  }
});
