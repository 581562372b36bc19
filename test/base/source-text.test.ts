// The spec of source-text.ts: lines and code points, and pieces of a file.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, SourceFile, spanBetween } from '../../src/base/source-text.ts';

describe('SourceFile', () => {
  test('the first character stands at line 1, column 1', () => {
    expect(new SourceFile('').position(0)).toEqual({ line: 1, column: 1 });
  });

  test('a line ends with \\n, \\r\\n or a lone \\r', () => {
    const file = new SourceFile('a\nb\r\nc\rd');
    const lines = [...'a\nb\r\nc\rd'].map((_, offset) => file.position(offset).line);
    expect(lines).toEqual([1, 1, 2, 2, 2, 3, 3, 4]);
    expect(file.lineCount).toBe(4);
    expect([0, 1, 2, 3, 4, 5].map((line) => file.line(line))).toEqual(['', 'a', 'b', 'c', 'd', '']);
  });

  test('a column counts code points, not halves of surrogate pairs', () => {
    const file = new SourceFile('😀x\n😀😀y');
    expect(file.position(2)).toEqual({ line: 1, column: 2 });
    expect(file.position(8)).toEqual({ line: 2, column: 3 });
  });

  test('an offset beyond the end is the end', () => {
    expect(new SourceFile('ab').position(99)).toEqual({ line: 1, column: 3 });
    expect(new SourceFile('ab').position(-1)).toEqual({ line: 1, column: 1 });
  });

  test('a place beyond the end is the end', () => {
    expect(new SourceFile('ab').offset({ line: 1, column: 9 })).toBe(2);
    expect(new SourceFile('ab').offset({ line: 2, column: 1 })).toBe(2);
  });

  test('a position is what counting from the start gives (seed 3)', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀', 'é'), maxLength: 30 });
    const law = fc.property(text, (source) => {
      const file = new SourceFile(source);
      for (let offset = 0; offset <= source.length; offset++) {
        if (/[\udc00-\udfff]/.test(source[offset] ?? '')) continue;
        if (source[offset] === '\n' && source[offset - 1] === '\r') continue;
        const lines = source.slice(0, offset).split(/\r\n|\r|\n/);
        const column = [...lines[lines.length - 1]].length + 1;
        expect(file.position(offset)).toEqual({ line: lines.length, column });
        expect(file.offset({ line: lines.length, column })).toBe(offset);
      }
    });
    fc.assert(law, { seed: 3, numRuns: 300 });
  });
});

describe('excerpt', () => {
  test('a piece has the positions of its file', () => {
    const file = new SourceFile('key: "a\\"b"\n');
    const offsets = [6, 7, 9, 10];
    const piece = excerpt('a"b', file, (offset) => offsets[offset]);
    expect(spanBetween(piece, 1, 2)).toEqual({ line: 1, column: 8, endLine: 1, endColumn: 10 });
  });
});
