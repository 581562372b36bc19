import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { printable } from '../../src/base/printable.ts';

describe('printable text', () => {
  test.each([
    ['plain text stays', 'worker 3: "done" \\ ~', 'worker 3: "done" \\ ~'],
    ['letters of any script stay', 'naïve 日本 привет 😀', 'naïve 日本 привет 😀'],
    [
      'control characters become escapes',
      '\x00\x07\x1b[31m\x7f\x9b',
      '\\x00\\x07\\x1b[31m\\x7f\\x9b',
    ],
    ['line ends and tabs become escapes', 'a\r\n\tb', 'a\\r\\n\\tb'],
    [
      'bidirectional controls become escapes',
      '\u202e\u2066\u200f\u061c',
      '\\u202e\\u2066\\u200f\\u061c',
    ],
    ['line separators become escapes', '\u2028\u2029\u0085', '\\u2028\\u2029\\x85'],
    [
      'invisible characters become escapes',
      '\u200b\ufeff\u00ad\u{e0041}',
      '\\u200b\\ufeff\\xad\\U000e0041',
    ],
    ['lone surrogates become escapes', 'a\ud800b\udfff', 'a\\ud800b\\udfff'],
  ])('%s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('keeps the characters that it is told to keep', () => {
    expect(printable('a\tb\n', '\t')).toBe('a\tb\\n');
  });

  test.prop([fc.string({ unit: 'binary' })])(
    'holds no control character, whatever the text',
    (text) => {
      expect(printable(text)).not.toMatch(
        /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u,
      );
    },
  );

  test.prop([fc.string({ unit: 'binary' })])('is its own printable form', (text) => {
    expect(printable(printable(text))).toBe(printable(text));
  });
});
