import { expect, test } from 'vitest';
import { getAttribute } from '../../../src/lang/objects/attributes.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { extend } from '../../../src/lang/objects/list-methods.ts';
import { Builtin, Float, Tuple } from '../../../src/lang/values.ts';
import { method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const after = (list: unknown[], name: string, args: unknown[] = [], keywords = {}): string =>
  shown(run, () => {
    method(run, list, name, args, keywords);
    return list;
  });

test('lists change in place', () => {
  expect(after([1], 'append', [2])).toBe('[1, 2]');
  expect(after([1, 2], 'insert', [-1, 'x'])).toBe("[1, 'x', 2]");
  expect(after([1, 2], 'insert', [100, 'x'])).toBe("[1, 2, 'x']");
  expect(after([1, 2, 1], 'remove', [true])).toBe('[2, 1]');
  expect(after([1, 2, 3], 'pop', [-3])).toBe('[2, 3]');
  expect(after([1, 2], 'reverse')).toBe('[2, 1]');
  expect(after([1, 2], 'clear')).toBe('[]');
});

test('mistakes are named', () => {
  expect(after([], 'pop')).toBe('IndexError: pop from empty list');
  expect(after([1], 'pop', [5])).toBe('IndexError: pop index out of range');
  expect(after([1], 'remove', [2])).toBe('ValueError: list.remove(x): x not in list');
  expect(after([1], 'index', [2])).toBe('ValueError: list.index(x): x not in list');
  expect(after([1], 'append')).toBe(
    'TypeError: list.append() takes exactly one argument (0 given)',
  );
  expect(after([1], 'pop', [1, 2])).toBe('TypeError: pop expected at most 1 argument, got 2');
  expect(after([1], 'sort', [1])).toBe('TypeError: sort() takes no positional arguments');
  expect(after([1], 'index', [1, 'a'])).toBe(
    'TypeError: slice indices must be integers or have an __index__ method',
  );
});

test('sort takes key and reverse, and keeps equal items in order', () => {
  const parity = new Builtin('parity(n)', (_run, n: number) => n % 2);
  expect(after([3, 1, 2, 4], 'sort', [], { key: parity })).toBe('[2, 4, 3, 1]');
  expect(after([3, 1, 2, 4], 'sort', [], { key: parity, reverse: true })).toBe('[3, 1, 2, 4]');
  expect(after(['b', 1], 'sort')).toBe(
    "TypeError: '<' not supported between instances of 'int' and 'str'",
  );
});

test('a list can be extended with itself and with much', () => {
  const list: unknown[] = [1, 2];
  extend(run, list, list);
  expect(list).toEqual([1, 2, 1, 2]);
  extend(run, list, new Tuple(new Array(200_000).fill(0)));
  expect(list.length).toBe(200_004);
});

test('index looks between bounds', () => {
  expect(method(run, [5, 6, 5], 'index', [5, 1])).toBe(2);
  expect(method(run, new Tuple([5, 6, 5]), 'index', [new Float(5), -1])).toBe(2);
  expect(method(run, new Tuple([1, true, 'a']), 'count', [1])).toBe(2);
});

test('a method taken from the class checks what it is called with', () => {
  const append = getAttribute(run, builtins.get('list'), 'append');
  expect(shown(run, () => run.call(append, [1, 2]))).toBe(
    "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object",
  );
  expect(shown(run, () => run.call(append, []))).toBe(
    'TypeError: unbound method list.append() needs an argument',
  );
});
