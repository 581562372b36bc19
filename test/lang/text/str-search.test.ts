import { expect, test } from 'vitest';
import { searchMethods } from '../../../src/lang/text/str-search.ts';
import { Tuple } from '../../../src/lang/values.ts';
import { callMethod, errorOf, expectRecorded } from './call-method.ts';

test('indices count code points', () => {
  expect([callMethod('😀a😀a', 'find', 'a'), callMethod('😀a😀a', 'rfind', 'a')]).toEqual([1, 3]);
  expect(callMethod('😀a😀a', 'index', 'a', 2)).toBe(3);
  expect(errorOf('abc', 'index', 'x')).toEqual(['ValueError', 'substring not found']);
});

test('the empty text is found at every place, also the last', () => {
  expect([callMethod('abc', 'count', ''), callMethod('abc', 'find', '', 3)]).toEqual([4, 3]);
  expect([callMethod('abc', 'find', '', 4), callMethod('', 'startswith', '', 1)]).toEqual([
    -1,
    false,
  ]);
  expect(callMethod('abc', 'replace', '', '-')).toBe('-a-b-c-');
  expect(callMethod('abc', 'replace', '', '-', 2)).toBe('-a-bc');
});

test('replace counts from the left', () => {
  expect(callMethod('aaaa', 'replace', 'a', '$&', 3)).toBe('$&$&$&a');
  expect(callMethod('aaaa', 'replace', 'aa', 'b')).toBe('bb');
});

test('one of several prefixes is enough', () => {
  expect(callMethod('abc', 'startswith', new Tuple(['x', 'ab']))).toBe(true);
  expect(errorOf('abc', 'endswith', ['c'])).toEqual([
    'TypeError',
    'endswith first arg must be str or a tuple of str, not list',
  ]);
});

test('every recorded call gives CPython’s answer', () => {
  expectRecorded(searchMethods);
});
