import { expect, test } from 'vitest';
import { type Entry, KeyMap } from '../../../src/lang/objects/key-map.ts';
import { Instance, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass } from './plain-interpreter.ts';

const run = plainInterpreter();

const makeEntry = (key: unknown): Entry => ({ key, bucket: null });

test('entries are found again and keep their order', () => {
  const map = new KeyMap(run, makeEntry, null);
  const keys = ['b', new Tuple([1]), 'a', new Tuple([2])];
  const entries = keys.map((key) => map.findOrAdd(key));
  expect(map.findOrAdd(new Tuple([1]))).toBe(entries[1]);
  expect([...map.entries()]).toEqual(entries);
  map.remove(entries[1]);
  expect(map.find(new Tuple([1]))).toBe(undefined);
  expect(map.find(new Tuple([2]))).toBe(entries[3]);
  map.clear();
  expect(map.size).toBe(0);
});

test('keys of one bucket are told apart by equality', () => {
  const cls = programClass('Same', {
    __hash__: () => 1,
    __eq__: (_run, self: unknown, other: unknown) => self === other,
  });
  const [a, b] = [new Instance(cls), new Instance(cls)];
  const map = new KeyMap(run, makeEntry, null);
  map.findOrAdd(a);
  expect(map.find(b)).toBe(undefined);
  const second = map.findOrAdd(b);
  map.remove(second);
  expect(map.find(a)?.key).toBe(a);
  expect(map.find(b)).toBe(undefined);
});

test('an object that equals an int is the same key, whichever came first', () => {
  const cls = programClass('Three', {
    __hash__: () => 3,
    __eq__: (_run, _self: unknown, other: unknown) => other === 3,
  });
  const three = new Instance(cls);
  const intFirst = new KeyMap(run, makeEntry, null);
  intFirst.findOrAdd(3);
  expect(intFirst.find(three)?.key).toBe(3);
  const objectFirst = new KeyMap(run, makeEntry, null);
  objectFirst.findOrAdd(three);
  expect(objectFirst.find(3)?.key).toBe(three);
});
