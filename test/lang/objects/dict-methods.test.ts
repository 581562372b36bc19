import { expect, test } from 'vitest';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { reversedDict, updateDict } from '../../../src/lang/objects/dict-methods.ts';
import { toArray } from '../../../src/lang/objects/iteration.ts';
import { Instance, Tuple } from '../../../src/lang/values.ts';
import { method, plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const dict = (): Dict =>
  new Dict(run, [
    ['a', 1],
    ['b', 2],
  ]);

test('get and setdefault differ in what they leave behind', () => {
  const d = dict();
  expect(method(run, d, 'get', ['x', 0])).toBe(0);
  expect(d.size).toBe(2);
  expect(method(run, d, 'setdefault', ['x', 0])).toBe(0);
  expect(d.get('x')).toBe(0);
});

test('pop takes a default, popitem the newest', () => {
  const d = dict();
  expect(method(run, d, 'pop', ['a'])).toBe(1);
  expect(method(run, d, 'pop', ['a', null])).toBe(null);
  expect(shown(run, () => method(run, d, 'pop', ['a']))).toBe("KeyError: 'a'");
  expect(shown(run, () => method(run, d, 'popitem'))).toBe("('b', 2)");
  expect(shown(run, () => method(run, d, 'popitem'))).toBe(
    "KeyError: 'popitem(): dictionary is empty'",
  );
});

test('update takes dicts, pairs, objects with keys() and names', () => {
  const d = dict();
  method(run, d, 'update', [[new Tuple(['a', 9]), 'xy']], { z: 1 });
  expect(shown(run, () => d)).toBe("{'a': 9, 'b': 2, 'x': 'y', 'z': 1}");
  const mapping = programClass('Mapping', {
    keys: () => ['k'],
    __getitem__: (_run, _self: unknown, key: unknown) => [key],
  });
  updateDict(run, d, new Instance(mapping));
  expect(d.get('k')).toEqual(['k']);
  expect(shown(run, () => method(run, d, 'update', [[1]]))).toBe(
    'TypeError: object is not iterable',
  );
});

test('fromkeys shares one value', () => {
  const made = method(run, builtins.get('dict'), 'fromkeys', ['ab', 0]);
  expect(shown(run, () => made)).toBe("{'a': 0, 'b': 0}");
});

test('views are live', () => {
  const d = dict();
  const keys = method(run, d, 'keys');
  d.set('c', 3);
  expect(shown(run, () => keys)).toBe("dict_keys(['a', 'b', 'c'])");
  expect(shown(run, () => method(run, d, 'items'))).toBe(
    "dict_items([('a', 1), ('b', 2), ('c', 3)])",
  );
});

test('reversed goes from the newest', () => {
  expect(toArray(run, reversedDict(dict()))).toEqual(['b', 'a']);
});
