// Programs and what CPython prints for them: src/lang/compile/module.ts.

import { expect, test } from 'vitest';
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
