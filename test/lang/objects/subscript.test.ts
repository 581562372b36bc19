import { expect, test } from 'vitest';
import { intClass, listClass } from '../../../src/lang/objects/classes.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import {
  deleteItem,
  getItem,
  isSubscriptable,
  setItem,
} from '../../../src/lang/objects/subscript.ts';
import { Float, Instance, Range, Slice, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const got = (value: unknown, key: unknown): string => shown(run, () => getItem(run, value, key));
const after = (value: unknown, key: unknown, item: unknown): string =>
  shown(run, () => {
    setItem(run, value, key, item);
    return value;
  });
const without = (value: unknown, key: unknown): string =>
  shown(run, () => {
    deleteItem(run, value, key);
    return value;
  });
const slice = (a: unknown, b: unknown, c: unknown = null): Slice => new Slice(a, b, c);

test('reading', () => {
  expect(got([1, 2], -1)).toBe('2');
  expect(got('a𝄞b', 1)).toBe("'𝄞'");
  expect(got('a𝄞b', slice(null, null, -1))).toBe("'b𝄞a'");
  expect(got(new Range(0, 10, 2), slice(1, 4))).toBe('range(2, 8, 2)');
  expect(got(new Tuple([1, 2, 3]), slice(0, 2))).toBe('(1, 2)');
  expect(got(new Dict(run, [[1, 'a']]), true)).toBe("'a'");
});

test('reading what is not there', () => {
  expect(got([1], 5)).toBe('IndexError: list index out of range');
  expect(got(new Tuple([]), 0)).toBe('IndexError: tuple index out of range');
  expect(got('', 0)).toBe('IndexError: string index out of range');
  expect(got(new Range(0, 5, 1), -6)).toBe('IndexError: range object index out of range');
  expect(got(new Dict(run), 'k')).toBe("KeyError: 'k'");
  expect(got([1], new Float(1))).toBe(
    'TypeError: list indices must be integers or slices, not float',
  );
  expect(got('a', 'b')).toBe("TypeError: string indices must be integers, not 'str'");
  expect(got(5, 0)).toBe("TypeError: 'int' object is not subscriptable");
  expect(got(intClass, 0)).toBe("TypeError: type 'int' is not subscriptable");
  expect(got(listClass, intClass)).toBe('list[int]');
});

test('writing items and slices', () => {
  expect(after([1, 2], -1, 'x')).toBe("[1, 'x']");
  expect(after([1, 2, 3], slice(0, 2), 'abc')).toBe("['a', 'b', 'c', 3]");
  expect(after([1, 2, 3], slice(5, 1), [9])).toBe('[1, 2, 3, 9]');
  expect(after([1, 2, 3, 4], slice(null, null, 2), [8, 9])).toBe('[8, 2, 9, 4]');
  expect(after([1, 2, 3], slice(null, null, 2), [1])).toBe(
    'ValueError: attempt to assign sequence of size 1 to extended slice of size 2',
  );
  expect(after([1, 2], slice(0, 1), 5)).toBe('TypeError: must assign iterable to extended slice');
  expect(after([1], 3, 0)).toBe('IndexError: list assignment index out of range');
  expect(after('a', 0, 'b')).toBe("TypeError: 'str' object does not support item assignment");
});

test('deleting', () => {
  expect(without([1, 2, 3], 0)).toBe('[2, 3]');
  expect(without([1, 2, 3, 4], slice(null, null, 2))).toBe('[2, 4]');
  expect(without([1, 2, 3, 4], slice(1, 3))).toBe('[1, 4]');
  expect(without([1, 2, 3], slice(null, null, -1))).toBe('[]');
  expect(without(new Dict(run), 1)).toBe('KeyError: 1');
  expect(without('a', 0)).toBe("TypeError: 'str' object doesn't support item deletion");
  expect(without(5, 0)).toBe("TypeError: 'int' object does not support item deletion");
});

test('objects of the program answer by their methods', () => {
  const log: unknown[] = [];
  const cls = programClass('A', {
    __getitem__: (_run, _self: unknown, key: unknown) => key,
    __setitem__: (_run, _self: unknown, key: unknown, item: unknown) => {
      log.push([key, item]);
      return null;
    },
    __delitem__: (_run, _self: unknown, key: unknown) => {
      log.push(key);
      return null;
    },
  });
  const a = new Instance(cls);
  expect(isSubscriptable(a)).toBe(true);
  expect(got(a, 'k')).toBe("'k'");
  setItem(run, a, 1, 2);
  deleteItem(run, a, 3);
  expect(log).toEqual([[1, 2], 3]);
});

test('an int beyond a machine word is no index, even where nothing can be changed', () => {
  const far = 2n ** 70n;
  const fits = "IndexError: cannot fit 'int' into an index-sized integer";
  expect(shown(run, () => setItem(run, 'abc', far, 1))).toBe(fits);
  expect(shown(run, () => deleteItem(run, new Tuple([1]), far))).toBe(fits);
  expect(shown(run, () => setItem(run, 5, far, 1))).toBe(
    "TypeError: 'int' object does not support item assignment",
  );
});
