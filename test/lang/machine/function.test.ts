// Programs and what CPython prints for them: src/lang/machine/function.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('functions have names, docs, defaults and attributes', () => {
  const program = `
def f(a, b=2, *, k=3):
    "doc"
f.attr = 1
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.attr, f.__module__)
f.__name__ = 'other'
print(f.__name__, (lambda: 0).__name__)
try: f.nothing
except AttributeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "f f doc (2,) {'k': 3} 1 __main__",
    'other <lambda>',
    "'function' object has no attribute 'nothing'",
  ]);
});
