import { expect, test } from 'vitest';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import '../../../src/lang/objects/operator-methods.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Float } from '../../../src/lang/values.ts';
import { method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();
const given = (self: unknown, name: string, ...args: unknown[]): string =>
  shown(run, () => method(run, self, name, args));

test('the operators of numbers can be called by name', () => {
  expect(given(5, '__add__', 3)).toBe('8');
  expect(given(5, '__rsub__', 3)).toBe('-2');
  expect(given(5, '__pow__', 3, 7)).toBe('6');
  expect(given(5, '__divmod__', 3)).toBe('(1, 2)');
  expect(given(15, '__round__', -1)).toBe('20');
  expect(given(new Float(2.5), '__round__')).toBe('2');
  expect(given(new Float(2.7), '__int__')).toBe('2');
  expect(given(true, '__float__')).toBe('1.0');
});

test('an operand of another kind gives NotImplemented', () => {
  expect(given(5, '__add__', 'a')).toBe('NotImplemented');
  expect(given(5, '__add__', new Float(1))).toBe('NotImplemented');
  expect(given(new Float(5), '__add__', 1)).toBe('6.0');
  expect(given(new PySet(run, [1]), '__or__', [2])).toBe('NotImplemented');
  expect(given(new Dict(run, [['a', 1]]), '__or__', [])).toBe('NotImplemented');
});

test('sequences are joined and repeated by name', () => {
  const list = [1];
  expect(given('ab', '__mul__', 2)).toBe("'abab'");
  expect(given('ab', '__rmod__', '%s!')).toBe("'ab!'");
  expect(given(list, '__iadd__', 'a')).toBe("[1, 'a']");
  expect(given(list, '__imul__', 2)).toBe("[1, 'a', 1, 'a']");
  expect(list).toHaveLength(4);
  expect(given('ab', '__mul__', new Float(2))).toBe(
    "TypeError: 'float' object cannot be interpreted as an integer",
  );
});

test('sets and dicts are combined by name', () => {
  const set = new PySet(run, [1, 2]);
  expect(given(set, '__sub__', new PySet(run, [2]))).toBe('{1}');
  expect(given(set, '__ior__', new PySet(run, [3]))).toBe('{1, 2, 3}');
  expect(set.size).toBe(3);
  const changed = new PySet(run, [11, 0]);
  expect(given(changed, '__ixor__', new PySet(run, [3]))).toBe('{0, 3, 11}');
  expect(given(new Dict(run, [['a', 1]]), '__ior__', new Dict(run, [['b', 2]]))).toBe(
    "{'a': 1, 'b': 2}",
  );
  expect(builtins.has('set')).toBe(true);
});
