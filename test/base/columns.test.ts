import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { columnsOf, cut, fitLeft, fitRight, wrap } from '../../src/base/columns.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '日', '😀', 'é', 'e\u0301') });

describe('columns of a text', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['日本語', 6],
    ['ＡＢ', 4],
    ['😀', 2],
    ['한국', 4],
    ['✓✗⊘…█░▓▌─·', 10],
  ])('%s takes %i', (shown, width) => {
    expect(columnsOf(shown)).toBe(width);
  });

  test.prop([text, text])('of two texts add up', (a, b) => {
    expect(columnsOf(a + b)).toBe(columnsOf(a) + columnsOf(b));
  });
});

describe('fitting', () => {
  test('cuts with an ellipsis and pads with spaces', () => {
    expect(fitLeft('worker', 4)).toBe('wor…');
    expect(fitLeft('ab', 4)).toBe('ab  ');
    expect(fitRight('ab', 4)).toBe('  ab');
    expect(fitLeft('日本語', 4)).toBe('日… ');
    expect(cut('worker', 6)).toBe('worker');
    expect(cut('worker', 0)).toBe('');
    expect(cut('worker', 4, '~')).toBe('wor~');
  });

  test.prop([text, fc.nat(12)])('gives exactly the columns asked for', (value, width) => {
    expect(columnsOf(fitLeft(value, width))).toBe(width);
    expect(columnsOf(fitRight(value, width))).toBe(width);
  });
});

describe('wrapping', () => {
  test('breaks at spaces, and long words anywhere', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
    expect(wrap('', 5)).toEqual(['']);
  });

  test.prop([text, fc.integer({ min: 2, max: 12 })])(
    'keeps to the width, loses no word',
    (value, width) => {
      const lines = wrap(value, width);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
    },
  );
});
