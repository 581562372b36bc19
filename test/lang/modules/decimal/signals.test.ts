import { expect, test } from 'vitest';
import {
  CONVERSION_SYNTAX,
  exceptionFor,
  flagsOf,
  INEXACT,
  INVALID,
  OVERFLOW,
  ROUNDED,
} from '../../../../src/lang/modules/decimal/signals.ts';

test('a condition counts as an invalid operation, and the exception names it', () => {
  expect(flagsOf(CONVERSION_SYNTAX | INEXACT)).toBe(INVALID | INEXACT);
  const error = exceptionFor(CONVERSION_SYNTAX, INVALID);
  expect(error?.typeName).toBe('InvalidOperation');
  expect((error!.args[0] as { name: string }[]).map(({ name }) => name)).toEqual([
    'ConversionSyntax',
  ]);
});

test('only what is trapped is raised, and named', () => {
  expect(exceptionFor(INEXACT | ROUNDED, OVERFLOW)).toBe(null);
  const error = exceptionFor(OVERFLOW | INEXACT | ROUNDED, OVERFLOW);
  expect((error!.args[0] as { name: string }[]).map(({ name }) => name)).toEqual(['Overflow']);
});
