import { describe, expect, test } from 'vitest';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import {
  equal,
  equals,
  identical,
  lessThan,
  matches,
  notEquals,
  ordered,
} from '../../../src/lang/objects/compare.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import {
  BoundMethod,
  Builtin,
  Float,
  Instance,
  notImplemented,
  Range,
  Tuple,
} from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const nan = new Float(NaN);

describe('equality', () => {
  test('goes by value across the kinds of number, exactly', () => {
    expect(equal(run, 1, new Float(1))).toBe(true);
    expect(equal(run, true, 1)).toBe(true);
    expect(equal(run, 2n ** 53n + 1n, new Float(2 ** 53))).toBe(false);
    expect(equal(run, 2n ** 60n, new Float(2 ** 60))).toBe(true);
    expect(equal(run, '1', 1)).toBe(false);
  });
  test('NaN equals nothing, but a list finds it by identity', () => {
    expect(equal(run, nan, nan)).toBe(false);
    expect(matches(run, nan, nan)).toBe(true);
    expect(equal(run, [nan], [nan])).toBe(true);
  });
  test('lists, tuples, ranges and dicts compare by content, and not with each other', () => {
    expect(equal(run, [1, [2]], [1, [new Float(2)]])).toBe(true);
    expect(equal(run, [1], new Tuple([1]))).toBe(false);
    expect(equal(run, new Range(0, 0, 1), new Range(5, 5, 2))).toBe(true);
    expect(equal(run, new Range(0, 3, 2), new Range(0, 4, 2))).toBe(true);
    expect(equal(run, new Dict(run, [[1, 'a']]), new Dict(run, [[true, 'a']]))).toBe(true);
  });
  test('bound methods are equal by object and function', () => {
    const f = new Builtin('f(self)', () => null);
    const self = [1];
    expect(equal(run, new BoundMethod(self, f), new BoundMethod(self, f))).toBe(true);
    expect(equal(run, new BoundMethod(self, f), new BoundMethod([1], f))).toBe(false);
  });
  test('a list in itself ends in RecursionError', () => {
    const [a, b]: unknown[][] = [[], []];
    a.push(a);
    b.push(b);
    expect(shown(run, () => equal(run, a, b))).toBe(
      'RecursionError: maximum recursion depth exceeded in comparison',
    );
  });
});

describe('methods of the program', () => {
  const odd = programClass('Odd', {
    __eq__: (_run, _self: unknown, other: unknown) => (other === 3 ? 'yes' : notImplemented),
    __lt__: (_run, _self: unknown, _other: unknown) => 'less',
  });
  const a = new Instance(odd);

  test('give any value, and != turns it round', () => {
    expect(equals(run, a, 3)).toBe('yes');
    expect(equals(run, 3, a)).toBe('yes');
    expect(notEquals(run, a, 3)).toBe(false);
    expect(equals(run, a, 4)).toBe(false);
    expect(equals(run, a, a)).toBe(true);
  });
  test('order by their mirror too', () => {
    expect(ordered(run, '<', a, 1)).toBe('less');
    expect(ordered(run, '>', 1, a)).toBe('less');
    expect(shown(run, () => ordered(run, '>', a, 1))).toBe(
      "TypeError: '>' not supported between instances of 'Odd' and 'int'",
    );
  });
});

describe('order', () => {
  test('strings go by code points, not by UTF-16 units', () => {
    expect('\uffff' < '\u{10000}').toBe(false);
    expect(lessThan(run, '\uffff', '\u{10000}')).toBe(true);
    expect(lessThan(run, 'Z', 'a')).toBe(true);
    expect(lessThan(run, 'a', 'ab')).toBe(true);
  });
  test('sequences go by their first difference, which must have an order', () => {
    expect(ordered(run, '<=', [1, 2], [1, 2, 0])).toBe(true);
    expect(shown(run, () => ordered(run, '<', new Tuple([1, 'a']), new Tuple([1, 2])))).toBe(
      "TypeError: '<' not supported between instances of 'str' and 'int'",
    );
  });
  test('kinds without order say so', () => {
    expect(shown(run, () => ordered(run, '<', builtins.get('print'), 1))).toBe(
      "TypeError: '<' not supported between instances of 'builtin_function_or_method' and 'int'",
    );
    expect(shown(run, () => ordered(run, '>=', new Dict(run), new Dict(run)))).toBe(
      "TypeError: '>=' not supported between instances of 'dict' and 'dict'",
    );
  });
});

test('identity is not equality', () => {
  expect(identical([], [])).toBe(false);
  expect(identical(null, null)).toBe(true);
  expect(identical(true, 1)).toBe(false);
});
