import { describe, expect, test } from 'vitest';
import * as text from '../../../src/lang/text/quote.ts';
import { recorded } from '../recorded/decode.ts';

describe('repr of a str', () => {
  test('takes double quotes only where that saves escapes', () => {
    expect(["a'b", 'a"b', `'"`].map(text.quote)).toEqual([`"a'b"`, `'a"b'`, `'\\'"'`]);
  });

  test('escapes what is not printable, by the shortest escape', () => {
    expect(text.quote('\n\r\t\\\0\x7f\xa0\xad')).toBe("'\\n\\r\\t\\\\\\x00\\x7f\\xa0\\xad'");
    expect(text.quote('é\u200b\ud800😀\u{e0001}')).toBe("'é\\u200b\\ud800😀\\U000e0001'");
    expect(text.quoteAscii("é'😀")).toBe(`"\\xe9'\\U0001f600"`);
    expect(text.escapeBeyondAscii("['é\\n', 'ā']")).toBe("['\\xe9\\n', '\\u0101']");
  });

  test('is CPython’s for every recorded text', () => {
    const rows = recorded('text').filter(([what]) => what === 'repr');
    expect(rows.length).toBeGreaterThan(300);
    for (const [, value, , wanted] of rows) expect(text.quote(value as string)).toBe(wanted);
  });
});

describe('code points', () => {
  test('a surrogate pair counts as one', () => {
    const mixed = 'a😀b';
    expect([text.lengthOf(mixed), text.lengthOf('abc')]).toEqual([3, 3]);
    expect([text.hasSurrogates(mixed), text.hasSurrogates('é')]).toEqual([true, false]);
    expect([0, 1, 2, 3].map((index) => text.at(mixed, index))).toEqual(['a', '😀', 'b', undefined]);
    expect(text.codePoints(mixed)).toEqual(['a', '😀', 'b']);
    expect([text.sliceText(mixed, 1, 2), text.sliceText('abc', 2, 1)]).toEqual(['😀', '']);
    expect([text.codeIndex(mixed, 3), text.codeIndex(mixed, 0)]).toEqual([2, 0]);
  });
});
