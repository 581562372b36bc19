import { expect, test } from 'vitest';
import { divmod, extreme, pow, sum } from '../../../src/lang/objects/summing.ts';
import { Builtin, Float, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const total = (items: unknown, start: unknown = 0): string =>
  shown(run, () => sum(run, items, start));

test('floats are summed with compensation, ints exactly', () => {
  const tenths = new Array(10).fill(new Float(0.1));
  expect(total(tenths)).toBe('1.0');
  expect(total([new Float(1e100), 1, new Float(-1e100)])).toBe('1.0');
  expect(total([2n ** 53n, 1, 1])).toBe('9007199254740994');
  expect(total([new Float(Infinity), 1])).toBe('inf');
  expect(total([[1], [2]], [])).toBe('[1, 2]');
  expect(total(tenths, false)).toBe('0.9999999999999999');
});

test('texts are not summed', () => {
  expect(total([], '')).toBe("TypeError: sum() can't sum strings [use ''.join(seq) instead]");
  expect(total(['a'])).toBe("TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  expect(total(5)).toBe("TypeError: 'int' object is not iterable");
});

test('the first of equal extremes is taken', () => {
  const [a, b] = [new Tuple([1, 'a']), new Tuple([1, 'b'])];
  const first = new Builtin('first(pair)', (_run, pair: Tuple) => pair.items[0]);
  expect(extreme(run, 'max', [[a, b]], first, undefined)).toBe(a);
  expect(extreme(run, 'min', [b, a], first, undefined)).toBe(b);
  expect(extreme(run, 'min', [[]], null, 'none')).toBe('none');
});

test('mistakes of min and max', () => {
  const wrong = (args: unknown[], fallback?: unknown): string =>
    shown(run, () => extreme(run, 'max', args, null, fallback));
  expect(wrong([])).toBe('TypeError: max expected at least 1 argument, got 0');
  expect(wrong([[]])).toBe('ValueError: max() iterable argument is empty');
  expect(wrong([1, 2], 3)).toBe(
    'TypeError: Cannot specify a default for max() with multiple positional arguments',
  );
  expect(wrong([[1, 'a']])).toBe(
    "TypeError: '>' not supported between instances of 'str' and 'int'",
  );
});

test('divmod and pow', () => {
  expect(shown(run, () => divmod(run, -7, 2))).toBe('(-4, 1)');
  expect(shown(run, () => divmod(run, new Float(7.5), -2))).toBe('(-4.0, -0.5)');
  expect(shown(run, () => divmod(run, 'a', 1))).toBe(
    "TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'",
  );
  expect(pow(run, 7, 2n ** 70n, 13)).toBe(Number(7n ** (2n ** 70n % 12n) % 13n));
  expect(shown(run, () => pow(run, new Float(2), 3, 4))).toBe(
    'TypeError: pow() 3rd argument not allowed unless all arguments are integers',
  );
  expect(shown(run, () => pow(run, 1, 2, 'a'))).toBe(
    "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'",
  );
});
