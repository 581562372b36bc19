// The spec of print-pattern.ts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseHeader } from '../../src/lang/parse.ts';
import { printPattern } from '../../src/lang/print-pattern.ts';
import type { Pattern } from '../../src/lang/tree.ts';
import { withoutSpans } from './arbitrary-node.ts';
import { arbitraryPattern } from './arbitrary-pattern.ts';

function read(text: string): Pattern {
  const header = parseHeader(new SourceFile(`case ${text}`), () => undefined);
  if (header?.kind !== 'case') throw new Error(`no pattern: ${text}`);
  return header.pattern;
}

describe('printPattern', () => {
  test.each([
    '-1.5',
    "'a'",
    'None',
    'a.b.c',
    '_',
    'name',
    '[a, *_]',
    '[a, *rest]',
    "{'a': b, -1: c, **rest}",
    'A(1, x=[b], y=2 | 3)',
    '1 | 2',
    '(1 | 2) | 3',
    '1 | 2 as a',
    '(1 as a) as b',
    '[(1 as a) as b, 1 | [2]]',
  ])('%s', (text) => {
    expect(printPattern(read(text))).toBe(text);
  });

  test('a sequence is written in brackets', () => {
    expect(printPattern(read('a, b'))).toBe('[a, b]');
    expect(printPattern(read('(a,)'))).toBe('[a]');
  });

  test('any pattern that binds each name once is read again as it was (seed 5)', () => {
    const law = fc.property(arbitraryPattern, (pattern) => {
      const text = printPattern(pattern);
      fc.pre(text.split('capture').length <= 2);
      expect(withoutSpans(read(text))).toEqual(withoutSpans(pattern));
    });
    fc.assert(law, { seed: 5, numRuns: 300 });
  });
});
