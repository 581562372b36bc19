import { expect, test } from 'vitest';
import { Dict, DictIterator, dictItem } from '../../../src/lang/objects/dict.ts';
import { STOP } from '../../../src/lang/objects/iterator.ts';
import { Float, Instance, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('1, 1.0 and True are one key; the first stays, its value changes', () => {
  const dict = new Dict(run, [
    [1, 'int'],
    [new Float(1), 'float'],
    [true, 'bool'],
  ]);
  expect(shown(run, () => dict)).toBe("{1: 'bool'}");
  expect(dict.has(new Float(1))).toBe(true);
  expect(dict.get('1')).toBe(undefined);
});

test('big ints and floats of equal value are one key', () => {
  const dict = new Dict(run, [[2n ** 70n, 'a']]);
  expect(dict.get(new Float(2 ** 70))).toBe('a');
  expect(dict.get(2n ** 70n + 1n)).toBe(undefined);
});

test('tuples are keys by content, at any depth', () => {
  const dict = new Dict(run, [[new Tuple([1, new Tuple(['a'])]), 'x']]);
  expect(dict.get(new Tuple([new Float(1), new Tuple(['a'])]))).toBe('x');
  expect(dict.get(new Tuple([1, new Tuple(['b'])]))).toBe(undefined);
});

test('names like __proto__ and constructor are plain keys', () => {
  const dict = new Dict(run, [
    ['__proto__', 1],
    ['constructor', 2],
  ]);
  expect(shown(run, () => dict)).toBe("{'__proto__': 1, 'constructor': 2}");
  expect(dict.has('toString')).toBe(false);
});

test('NaN is a key by identity', () => {
  const nan = new Float(NaN);
  const dict = new Dict(run, [[nan, 1]]);
  expect(dict.get(nan)).toBe(1);
  expect(dict.get(new Float(NaN))).toBe(undefined);
});

test('objects with __eq__ and __hash__ are found by them, once each', () => {
  let hashed = 0;
  const cls = programClass('Key', {
    __eq__: (_run, self: Instance, other: Instance) =>
      self.attributes.get('k') === other.attributes.get('k'),
    __hash__: (_run, self: Instance) => {
      hashed++;
      return self.attributes.get('k');
    },
  });
  const key = (k: number): Instance => {
    const instance = new Instance(cls);
    instance.attributes.set('k', k);
    return instance;
  };
  const dict = new Dict(run, [
    [key(1), 'one'],
    [key(2), 'two'],
  ]);
  expect(hashed).toBe(2);
  expect(dict.get(key(2))).toBe('two');
  expect(dict.take(key(1))).toBe('one');
  expect(dict.size).toBe(1);
});

test('unhashable keys are named with what they were for', () => {
  const dict = new Dict(run);
  expect(shown(run, () => dict.set([], 1))).toBe(
    "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')",
  );
  expect(shown(run, () => dict.set(new Tuple([[]]), 1))).toBe(
    "TypeError: cannot use 'tuple' as a dict key (unhashable type: 'list')",
  );
});

test('a key that is removed and set again goes to the end', () => {
  const dict = new Dict(run, [
    ['a', 1],
    ['b', 2],
  ]);
  dict.take('a');
  dict.set('a', 3);
  expect(dict.keys()).toEqual(['b', 'a']);
  expect(dict.last()?.key).toBe('a');
});

test('an absent key raises KeyError with the key', () => {
  expect(shown(run, () => dictItem(new Dict(run), 'k'))).toBe("KeyError: 'k'");
});

test('iterating notices a change of size, once', () => {
  const dict = new Dict(run, [
    [1, 1],
    [2, 2],
  ]);
  const iterator = new DictIterator(dict, ({ key }) => key);
  expect(iterator.next()).toBe(1);
  dict.set(3, 3);
  expect(shown(run, () => iterator.next())).toBe(
    'RuntimeError: dictionary changed size during iteration',
  );
  expect(iterator.next()).toBe(STOP);
});

test('iterating notices exchanged keys', () => {
  const dict = new Dict(run, [[1, 1]]);
  const iterator = new DictIterator(dict, ({ key }) => key);
  expect(iterator.next()).toBe(1);
  dict.take(1);
  dict.set(2, 2);
  expect(shown(run, () => iterator.next())).toBe(
    'RuntimeError: dictionary keys changed during iteration',
  );
});
