// The spec of parse-literal.ts. Values and messages are CPython's.

import { describe, expect, test } from 'vitest';
import {
  integerDigitLimit,
  meetAsPair,
  numberValue,
  unescapeBody,
} from '../../src/lang/parse-literal.ts';

describe('numberValue', () => {
  test.each([
    ['0', 'int', 0],
    ['1_000', 'int', 1000],
    ['0xFF_ff', 'int', 65535],
    ['0o17', 'int', 15],
    ['0B101', 'int', 5],
    ['9007199254740991', 'int', 9007199254740991],
    ['9007199254740992', 'int', 9007199254740992n],
    ['0x20000000000001', 'int', 9007199254740993n],
    ['00', 'int', 0],
    ['1.', 'float', 1],
    ['.5e-3', 'float', 0.0005],
    ['1e400', 'float', Number.POSITIVE_INFINITY],
    ['1_0.2_5', 'float', 10.25],
    ['017.0', 'float', 17],
    ['2j', 'imaginary', 2],
  ])('%s', (literal, type, value) => {
    expect(numberValue(literal)).toEqual({ type, value });
  });

  test('a decimal integer has at most 4300 digits', () => {
    const most = '9'.repeat(integerDigitLimit);
    expect(numberValue(most)).toEqual({ type: 'int', value: BigInt(most) });
    expect(numberValue(`${most}9`)).toEqual({
      type: 'error',
      message:
        'Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; ' +
        'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge ' +
        'integer literals to avoid decimal conversion limits.',
    });
    expect(numberValue(`0x${'f'.repeat(5000)}`).type).toBe('int');
  });
});

describe('unescapeBody', () => {
  test.each([
    ['plain', 'plain'],
    ['\\n\\t\\r\\a\\b\\f\\v', '\n\t\r\x07\b\f\v'],
    ['\\\\\\\'\\"', '\\\'"'],
    ['\\x41\\u00e9\\U0001F600', 'Aé😀'],
    ['\\0\\101\\1011', '\0AA1'],
    ['a\\\nb', 'ab'],
    ['\\ud800', '\ud800'],
  ])('%j', (body, value) => {
    expect(unescapeBody(body)).toEqual({ value, error: null, unsupported: null, dubious: [] });
  });

  test('an unknown escape keeps its backslash and is noted', () => {
    const { value, dubious } = unescapeBody('a\\d\\400');
    expect(value).toBe('a\\d\u0100');
    expect(dubious).toEqual([
      { offset: 1, size: 2 },
      { offset: 3, size: 4 },
    ]);
  });

  test('named characters and pairs of surrogate escapes are not supported', () => {
    expect(unescapeBody('\\N{DASH}').unsupported).toBe('the escape \\N{…}');
    expect(unescapeBody('\\ud83d\\ude00').unsupported).toBe('a pair of surrogate escapes');
    expect(unescapeBody('\\ude00\\ud83d').unsupported).toBe(null);
  });
});

test('meetAsPair sees halves on both sides only', () => {
  expect(meetAsPair('a\ud83d', '\ude00b')).toBe(true);
  expect(meetAsPair('a', '\ude00b')).toBe(false);
  expect(meetAsPair('a\ud83d', 'b')).toBe(false);
});
