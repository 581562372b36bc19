// Counts and sums over all code points are CPython 3.14's (Unicode 16.0): h = h * 31 + code, in 32
// bits.

import { describe, expect, test } from 'vitest';
import * as unicode from '../../../src/lang/text/unicode.ts';

const LAST = 0x10ffff;

/** How many code points pass, and a sum over which ones. */
function members(test: (code: number) => boolean): readonly [number, number] {
  let [count, sum] = [0, 0];
  for (let code = 0; code <= LAST; code++) {
    if (!test(code)) continue;
    count++;
    sum = (Math.imul(sum, 31) + code) >>> 0;
  }
  return [count, sum];
}

/** How many characters a mapping changes, and a sum over what it makes of them. */
function changes(map: (text: string) => string): readonly [number, number] {
  let [count, sum] = [0, 0];
  for (let code = 0; code <= LAST; code++) {
    const text = String.fromCodePoint(code);
    const mapped = map(text);
    if (mapped === text) continue;
    count++;
    for (const each of mapped) sum = (Math.imul(sum, 31) + each.codePointAt(0)!) >>> 0;
  }
  return [count, sum];
}

describe('character classes', () => {
  test.each([
    ['isalpha', unicode.isAlphaCode, 141028, 2088411626],
    ['isdecimal', unicode.isDecimalCode, 760, 1081482972],
    ['isdigit', unicode.isDigitCode, 888, 4280291864],
    ['isnumeric', unicode.isNumericCode, 2002, 387876472],
    ['isspace', unicode.isSpaceCode, 29, 2190692316],
    ['isprintable', unicode.isPrintableCode, 154810, 1562577696],
    ['isidentifier', unicode.isIdentifierStart, 141247, 3286996955],
    ['isidentifier after a letter', unicode.isIdentifierContinue, 144522, 951449564],
    ['islower', unicode.isLowerCode, 2569, 3128212555],
    ['isupper', unicode.isUpperCode, 1978, 525030947],
  ] as const)('%s holds for the same code points as in CPython', (_name, test_, count, sum) => {
    expect(members(test_)).toEqual([count, sum]);
  });

  test('decimal digits of every script have their value', () => {
    expect(
      ['7', '٣', '५', '𝟗', 'x', '²'].map((c) => unicode.decimalValue(c.codePointAt(0)!)),
    ).toEqual([7, 3, 5, 9, -1, -1]);
    expect([unicode.isTitleCode(0x1c5), unicode.isTitleCode(0x41)]).toEqual([true, false]);
  });
});

describe('case mappings', () => {
  test.each([
    ['lower', unicode.lowerText, 1460, 2846399406],
    ['upper', unicode.upperText, 1552, 1987297705],
    ['title', unicode.titleText, 1479, 2259825798],
    ['capitalize', unicode.capitalizeText, 1479, 2259825798],
    ['swapcase', unicode.swapcaseText, 2950, 325437962],
    ['casefold', unicode.foldText, 1557, 2179988318],
  ] as const)('%s changes the same characters as in CPython', (_name, map, count, sum) => {
    expect(changes(map)).toEqual([count, sum]);
  });

  test('a sigma at the end of a word is a final one', () => {
    expect(unicode.lowerText('ΑΣ ΑΣΑ ΣΑΣ. Σ')).toBe('ας ασα σας. σ');
    expect(unicode.titleText('ὈΔΥΣΣΕΎΣ')).toBe('Ὀδυσσεύς');
  });

  test('a character may become several', () => {
    expect(unicode.upperText('straße ŉ')).toBe('STRASSE ʼN');
    expect(unicode.titleText('ǆ ﬁn')).toBe('ǅ Fin');
    expect(unicode.lowerText('İ')).toBe('i̇');
  });
});
