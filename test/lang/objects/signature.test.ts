import { expect, test } from 'vitest';
import { bind, callBuiltin, LibraryFunction } from '../../../src/lang/objects/signature.ts';
import { Builtin } from '../../../src/lang/values.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const rest = new Builtin('f(a, b=2, *rest, key=None, **more)', (_run, ...all: unknown[]) => all);

test('arguments go to their parameters, the others to the rest', () => {
  const bound = bind(
    rest,
    [1, 5, 6],
    new Map<string, unknown>([
      ['key', 'k'],
      ['x', 9],
    ]),
  );
  expect(bound).toEqual([1, 5, [6], 'k', new Map([['x', 9]])]);
  expect(bind(rest, [1], null)).toEqual([1, 2, [], null, new Map()]);
});

test('None is an argument like any other', () => {
  const f = new Builtin('f(a=1, b=2)', () => null);
  expect(bind(f, [null], new Map([['b', null]]))).toEqual([null, null]);
});

test('a parameter without written default is undefined where it is absent', () => {
  expect(bind(new Builtin('pop(key, default=..., /)', () => null), [1], null)).toEqual([
    1,
    undefined,
  ]);
});

test('exactly the positional arguments are passed on as they are', () => {
  const args = [1, 2];
  expect(bind(new Builtin('f(a, b, /)', () => null), args, null)).toBe(args);
});

test('calls pass any number of arguments', () => {
  for (const count of [0, 1, 2, 3, 4, 6]) {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count);
    const f = new Builtin(`f(${names.join(', ')})`, (_run, ...all: unknown[]) => all);
    expect(callBuiltin(run, f, names)).toEqual(names);
  }
});

test('a library function is wrong in the words of Python', () => {
  const f = new LibraryFunction('sleep(delay, result=None)', () => null);
  const called = (args: unknown[], keywords: [string, unknown][] = []): string =>
    shown(run, () => callBuiltin(run, f, args, new Map(keywords)));
  expect(called([])).toBe("TypeError: sleep() missing 1 required positional argument: 'delay'");
  expect(called([1, 2, 3])).toBe(
    'TypeError: sleep() takes from 1 to 2 positional arguments but 3 were given',
  );
  expect(called([1], [['x', 1]])).toBe("TypeError: sleep() got an unexpected keyword argument 'x'");
  expect(called([1], [['delay', 1]])).toBe(
    "TypeError: sleep() got multiple values for argument 'delay'",
  );
});
