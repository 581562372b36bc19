// The spec of diagnostic.ts: what every diagnostic of a broken program looks like.

import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';

const broken = 'x = (1\ndef f(a, a):\n  return 1 2\n\ty = "abc\nz = 2j\nif a = 1: pass\n"\\d"\n';

test('a diagnostic is plain data: one line of words, a code, a place in the text', () => {
  const found: Diagnostic[] = [];
  parseModule(new SourceFile(broken), (diagnostic) => found.push(diagnostic));
  expect(new Set(found.map(({ code }) => code))).toEqual(
    new Set(['syntax', 'indentation', 'unsupported']),
  );
  for (const diagnostic of found) {
    expect(JSON.parse(JSON.stringify(diagnostic))).toEqual(diagnostic);
    expect(diagnostic.message).toMatch(/^[^\n]+$/);
    expect(diagnostic.span.line).toBeGreaterThan(0);
    expect(diagnostic.span.line).toBeLessThan(9);
  }
});

test('a warning is told from an error', () => {
  const found: Diagnostic[] = [];
  parseModule(new SourceFile('"\\d"\nx y'), (diagnostic) => found.push(diagnostic));
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'error']);
});
