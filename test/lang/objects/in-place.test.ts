import { expect, test } from 'vitest';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { inPlace } from '../../../src/lang/objects/in-place.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Instance, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('a list grows in place, by any iterable', () => {
  const list = [1];
  expect(inPlace(run, '+', list, 'ab')).toBe(list);
  expect(list).toEqual([1, 'a', 'b']);
  expect(inPlace(run, '*', list, 2)).toBe(list);
  expect(list.length).toBe(6);
  expect(shown(run, () => inPlace(run, '+', list, 5))).toBe(
    "TypeError: 'int' object is not iterable",
  );
});

test('sets and dicts change in place', () => {
  const set = new PySet(run, [1, 2]);
  expect(inPlace(run, '-', set, new PySet(run, [1]))).toBe(set);
  expect(inPlace(run, '|', set, new PySet(run, [7]))).toBe(set);
  expect(shown(run, () => set)).toBe('{2, 7}');
  const dict = new Dict(run);
  expect(inPlace(run, '|', dict, [new Tuple([1, 2])])).toBe(dict);
  expect(dict.get(1)).toBe(2);
});

test('a frozenset and a tuple become new ones', () => {
  const frozen = new PySet(run, [1], true);
  const result = inPlace(run, '|', frozen, new PySet(run, [2]));
  expect(shown(run, () => [frozen, result])).toBe('[frozenset({1}), frozenset({1, 2})]');
});

test('messages name the augmented operator', () => {
  expect(shown(run, () => inPlace(run, '+', 1, 'a'))).toBe(
    "TypeError: unsupported operand type(s) for +=: 'int' and 'str'",
  );
  expect(shown(run, () => inPlace(run, '**', null, 2))).toBe(
    "TypeError: unsupported operand type(s) for **=: 'NoneType' and 'int'",
  );
  expect(shown(run, () => inPlace(run, '|', new PySet(run), [1]))).toBe(
    "TypeError: unsupported operand type(s) for |=: 'set' and 'list'",
  );
});

test('__iadd__ of the program goes before __add__', () => {
  const cls = programClass('A', { __iadd__: () => 'in place', __add__: () => 'new' });
  expect(inPlace(run, '+', new Instance(cls), 1)).toBe('in place');
});
