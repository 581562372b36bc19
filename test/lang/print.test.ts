// The spec of print.ts: what is printed reads as the same tree, and reads well.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { printModule, printStatement } from '../../src/lang/print.ts';
import type { Module } from '../../src/lang/tree.ts';
import { arbitraryModule, withoutSpans } from './arbitrary-tree.ts';

function read(source: string): Module {
  const errors: Diagnostic[] = [];
  const module = parseModule(new SourceFile(source), (one) => errors.push(one));
  expect(errors).toEqual([]);
  return module;
}

describe('printModule', () => {
  test('any tree is read again as it was (seed 7)', () => {
    const law = fc.property(arbitraryModule, (module) => {
      expect(withoutSpans(read(printModule(module)).body)).toEqual(withoutSpans(module.body));
    });
    fc.assert(law, { seed: 7, numRuns: 400 });
  });
});
