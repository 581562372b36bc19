import { expect, test } from 'vitest';
import { classMethods, isIdentifier } from '../../../src/lang/text/str-classes.ts';
import { callMethod, expectRecorded } from './call-method.ts';

test('the empty text is of no class but the last three', () => {
  const holding = classMethods
    .map(({ name }) => name)
    .filter((name) => name.startsWith('is') && callMethod('', name) === true);
  expect(holding).toEqual(['isascii', 'isprintable']);
});

test('classes differ in what counts as a digit', () => {
  const classes = ['isdecimal', 'isdigit', 'isnumeric', 'isalnum', 'isalpha'];
  const of = (text: string) => classes.map((name) => callMethod(text, name));
  expect(of('5')).toEqual([true, true, true, true, false]);
  expect(of('²')).toEqual([false, true, true, true, false]);
  expect(of('½')).toEqual([false, false, true, true, false]);
});

test('title case wants every word capital', () => {
  expect([callMethod('A Bc', 'istitle'), callMethod('A bc', 'istitle')]).toEqual([true, false]);
  expect(callMethod("they're bill's", 'title')).toBe("They'Re Bill'S");
  expect(['a1', '1a', 'é_', '', 'class'].map(isIdentifier)).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('every recorded call gives CPython’s answer', () => {
  expectRecorded(classMethods);
});
