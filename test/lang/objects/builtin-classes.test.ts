import { expect, test } from 'vitest';
import { constructorOfClass } from '../../../src/lang/objects/builtin-classes.ts';
import { zipClass } from '../../../src/lang/objects/builtin-iterators.ts';
import { intClass, linearise, objectClass } from '../../../src/lang/objects/classes.ts';
import { PyClass } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
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

test('a class that derives from zip is refused in words', () => {
  const derived = new PyClass('Derived', [zipClass], linearise, '__main__');
  expect(shown(run, () => run.call(derived, []))).toMatch(/^TypeError: a class derived from 'zip'/);
});

test('texts, ints and floats of a class of the program are values of that class', () => {
  const text = `
class Name(str):
    def shout(self):
        return self.upper() + '!'
class Port(int):
    def __new__(cls, text):
        return super().__new__(cls, text)
class Celsius(float):
    def __add__(self, other):
        return Celsius(float(self) + float(other))
n, p, c = Name('ann'), Port('80'), Celsius(36.5)
print(n, repr(n), n.shout(), n == 'ann', {n: 1}['ann'], type(n).__name__, type(n[1:]).__name__)
print(p, p + 1, [p] * 2, p == 80, {80: 'http'}[p], f'{p:05d}', type(p + p).__name__, 'ab' * Port(2))
print(c, c + 1, type(c + 1).__name__, type(1 + c).__name__, round(c), f'{c:.2f}', c > 36)
`;
  expect(printed(text)).toBe(
    "ann 'ann' ANN! True 1 Name str\n" +
      '80 81 [80, 80] True http 00080 int abab\n' +
      '36.5 37.5 Celsius float 36 36.50 True\n',
  );
});

test('the signature of a class is known, that of object is not', () => {
  expect(constructorOfClass(intClass)?.signature).toBe('int(value=..., /, base=...)');
  expect(constructorOfClass(objectClass)).toBe(undefined);
});
