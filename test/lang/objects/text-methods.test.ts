import { expect, test } from 'vitest';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { modulo } from '../../../src/lang/objects/operators.ts';
import { Float, Tuple } from '../../../src/lang/values.ts';
import { method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('str has the methods of the text layer', () => {
  expect(method(run, 'a,b', 'split', [','])).toEqual(['a', 'b']);
  expect(method(run, '-', 'join', [['x', 'y']])).toBe('x-y');
  expect(method(run, '{:>4}|{!r}', 'format', [1, 'a'])).toBe("   1|'a'");
});

test('a text is formatted by %', () => {
  expect(modulo(run, '%s is %.1f', new Tuple(['e', new Float(2.71)]))).toBe('e is 2.7');
  expect(shown(run, () => modulo(run, '%d', 'a'))).toBe(
    'TypeError: %d format: a real number is required, not str',
  );
  expect(builtins.has('str')).toBe(true);
});
