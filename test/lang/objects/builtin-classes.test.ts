import { expect, test } from 'vitest';
import { constructorOfClass } from '../../../src/lang/objects/builtin-classes.ts';
import { intClass, linearise, objectClass } from '../../../src/lang/objects/classes.ts';
import { PyClass } from '../../../src/lang/values.ts';
import { call, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const made = (name: string, args: unknown[], keywords = {}): string =>
  shown(run, () => call(run, name, args, keywords));

test('each class without arguments gives its empty value', () => {
  const names = ['int', 'float', 'bool', 'str', 'list', 'tuple', 'dict', 'set', 'frozenset'];
  expect(names.map((name) => made(name, []))).toEqual([
    '0',
    '0.0',
    'False',
    "''",
    '[]',
    '()',
    '{}',
    'set()',
    'frozenset()',
  ]);
});

test('conversions follow CPython', () => {
  expect(made('int', [' -12 '])).toBe('-12');
  expect(made('int', ['ff'], { base: 16 })).toBe('255');
  expect(made('list', ['añ'])).toBe("['a', 'ñ']");
  expect(made('dict', [[['a', 1]]], { b: 2 })).toBe("{'a': 1, 'b': 2}");
  expect(made('slice', [1])).toBe('slice(None, 1, None)');
  expect(made('range', [1, 10, 3])).toBe('range(1, 10, 3)');
  expect(made('type', [5])).toBe("<class 'int'>");
});

test('wrong calls get the messages of CPython', () => {
  expect(made('int', [[]])).toBe(
    "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'",
  );
  expect(made('int', ['a'])).toBe("ValueError: invalid literal for int() with base 10: 'a'");
  expect(made('int', [1, 2])).toBe("TypeError: int() can't convert non-string with explicit base");
  expect(made('list', [1, 2])).toBe('TypeError: list expected at most 1 argument, got 2');
  expect(made('bool', [], { x: 1 })).toBe('TypeError: bool() takes no keyword arguments');
  expect(made('range', [1, 2, 0])).toBe('ValueError: range() arg 3 must not be zero');
  expect(made('dict', [[[1, 2, 3]]])).toBe(
    'ValueError: dictionary update sequence element #0 has length 3; 2 is required',
  );
  expect(made('object', [])).toMatch(/^<object object at 0x/);
});

test('a class that derives from int is refused in words', () => {
  const derived = new PyClass('Derived', [intClass], linearise, '__main__');
  expect(shown(run, () => run.call(derived, [1]))).toMatch(
    /^TypeError: a class derived from 'int'/,
  );
});

test('the signature of a class is known, that of object is not', () => {
  expect(constructorOfClass(intClass)?.signature).toBe('int(value=..., /, base=...)');
  expect(constructorOfClass(objectClass)).toBe(undefined);
});
