// Programs and what CPython prints for them: src/lang/compile/module.ts.

import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import { analyse } from '../../../src/lang/analyse.ts';
import { compileModule, expressionIn } from '../../../src/lang/compile/module.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import type { ExpressionStatement } from '../../../src/lang/tree.ts';
import { lines } from '../machine/python.ts';

test('docstrings, future names and redefinitions', () => {
  const program = `
"""The doc."""
print(__doc__)
def f(): return g()
def g(): return 1
print(f())
def g(): return 2
print(f())
`;
  expect(lines(program)).toEqual(['The doc.', '1', '2']);
});

test('an expression is compiled once for all runs of its module', () => {
  const tree = parseModule(new SourceFile('x = 1\ny > x\n'), () => {});
  const module = compileModule(tree, analyse(tree), 'order.py');
  const expression = (tree.body[1] as ExpressionStatement).value;
  expect(expressionIn(module, expression)).toBe(expressionIn(module, expression));
});

test('the names that an expression asks for join those of its module', () => {
  const tree = parseModule(new SourceFile('x = 1\nlen(z)\n'), () => {});
  const module = compileModule(tree, analyse(tree), 'order.py');
  expect(module.globals.names).toEqual(['x', 'len', 'z']);
});
