// The spec of print-expression.ts: as few parentheses as the meaning allows.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseExpression } from '../../src/lang/parse.ts';
import { printExpression } from '../../src/lang/print-expression.ts';
import type { Constant } from '../../src/lang/tree.ts';
import { withoutSpans } from './arbitrary-node.ts';
import { arbitraryExpression } from './arbitrary-tree.ts';

const read = (text: string) => parseExpression(new SourceFile(text), () => undefined)!;
const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

describe('printExpression', () => {
  test.each([
    'a or b and not c',
    '(a or b) and c',
    'a - (b - c) - d',
    '-a ** -b',
    '(-a) ** b',
    'a ** b ** c',
    '(a ** b) ** c',
    'a < b <= c',
    '(a < b) < c',
    'not a in b',
    'a if b else c if d else e',
    '(a if b else c) if d else e',
    'lambda x, /, y=1, *z, **w: (yield)',
    'lambda: (a, b)',
    '[x async for x, *y in z if x if (w := y)]',
    'f(x for x in y)',
    'f((x for x in y), *a, k=1, **b)',
    'f((yield), (a := 1))',
    'a[1:2, ::3, ...]',
    'a[b,]',
    'a[*b]',
    'a[()]',
    '(1).real',
    '1.5.real',
    '(await a).b[c](d)',
    'await a.b()',
    '{**a, b: c}',
    '{*a, b}',
    '()',
    '(a,)',
    "'it' + \"it's\" + 'a\\n\\\\'",
    '1e+16 + 0.0001 + 1e-05',
    'None is not ...',
  ])('%s', (text) => {
    expect(printExpression(read(text))).toBe(text);
  });

  test.each([
    ['((a))', 'a'],
    ['"a" \'b\'', "'ab'"],
    ['0x10 + 1_0', '16 + 10'],
    ['1. + 1E2 + 1e400', '1.0 + 100.0 + 1e309'],
    ['(a,b)', '(a, b)'],
    ['f(a=1, *b)', 'f(*b, a=1)'],
    ['{(lambda:1)}', '{lambda: 1}'],
  ])('%s is written %s', (text, printed) => {
    expect(printExpression(read(text))).toBe(printed);
  });

  test('numbers that no literal can have are written as expressions', () => {
    const number = (value: number): Constant => {
      return { kind: 'Constant', type: 'float', value, span };
    };
    const power = (left: Constant) => {
      return printExpression({ kind: 'BinOp', left, operator: '**', right: number(2), span });
    };
    expect(power(number(-1.5))).toBe('(-1.5) ** 2.0');
    expect(power(number(Number.NEGATIVE_INFINITY))).toBe('(-1e309) ** 2.0');
    expect(printExpression(number(Number.NaN))).toBe('(1e309 - 1e309)');
  });

  test('an integer with too many digits is written in hexadecimal', () => {
    const value = BigInt(`0x${'f'.repeat(4000)}`);
    const text = printExpression({ kind: 'Constant', type: 'int', value, span });
    expect(text).toBe(`0x${'f'.repeat(4000)}`);
    expect(read(text)).toMatchObject({ value });
  });

  test('any expression is read again as it was (seed 11)', () => {
    const law = fc.property(arbitraryExpression, (tree) => {
      expect(withoutSpans(read(printExpression(tree)))).toEqual(withoutSpans(tree));
    });
    fc.assert(law, { seed: 11, numRuns: 500 });
  });
});
