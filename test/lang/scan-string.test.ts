// The spec of scan-string.ts.

import { describe, expect, test } from 'vitest';
import type { FormatString, Mode } from '../../src/lang/scan-string.ts';
import { decodePrefix, endOfString, scanLiteralPart } from '../../src/lang/scan-string.ts';

const string = (quote: string, isRaw = false): FormatString => {
  return { kind: 'string', quote, from: 0, isRaw, name: 'f', brackets: 0 };
};
const inString = (text: string, quote = "'", isRaw = false) => {
  const mode = string(quote, isRaw);
  return scanLiteralPart(text, 0, mode, [mode]);
};

test('letters before the quote say what the string is', () => {
  expect(decodePrefix("Rf'", "'")).toEqual({
    ...{ isFormat: true, isRaw: true, isBytes: false, name: 'f' },
  });
  expect(decodePrefix('bR"""', '"""').isBytes).toBe(true);
  expect(decodePrefix("t'", "'").name).toBe('t');
});

describe('endOfString', () => {
  test.each([
    ["ab'c", "'", 3],
    ["a\\'b'", "'", 5],
    ["a\n'", "'", -1],
    ["a\\\n'", "'", 4],
    ["a\\\r\n'", "'", 5],
    ["a''b'''", "'''", 7],
    ['a\n"""', '"""', 5],
    ['abc', "'", -1],
  ])('%j in %s ends at %i', (text, quote, end) => {
    expect(endOfString(text, 0, quote)).toBe(end);
  });
});

describe('scanLiteralPart', () => {
  test('a single brace opens a field, two stand for one', () => {
    expect(inString('a{x')).toEqual({ end: 1, next: 'field' });
    expect(inString("a{{b}}'")).toEqual({ end: 6, next: 'end', size: 1 });
  });

  test('a backslash covers a quote but no brace', () => {
    expect(inString("\\''")).toEqual({ end: 2, next: 'end', size: 1 });
    expect(inString('\\{x')).toEqual({ end: 1, next: 'field' });
  });

  test('the name of a character is no field, but it is one in a raw string', () => {
    expect(inString("\\N{DASH}'")).toEqual({ end: 8, next: 'end', size: 1 });
    expect(inString("\\N{DASH}'", "'", true)).toEqual({ end: 2, next: 'field' });
  });

  test('in a specification a closing brace ends the field', () => {
    const modes: Mode[] = [string("'"), { kind: 'field', level: 1, inSpec: true }];
    expect(scanLiteralPart(">10}'", 0, modes[1], modes)).toEqual({ end: 3, next: 'close' });
    expect(scanLiteralPart("{w}}'", 0, modes[1], modes)).toEqual({ end: 0, next: 'field' });
  });

  test('what is wrong is said with its place', () => {
    expect(inString("a}'")).toMatchObject({
      ...{ next: 'error', message: "f-string: single '}' is not allowed", place: 1 },
    });
    expect(inString('a\n')).toMatchObject({ message: 'unterminated f-string literal', place: 0 });
    expect(inString('a\n', "'''")).toMatchObject({
      message: 'unterminated triple-quoted f-string literal',
    });
  });
});
