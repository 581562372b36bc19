// Programs and what CPython prints for them: src/lang/machine/construct.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('instances are made by __new__ and __init__', () => {
  const program = `
class New:
    def __new__(cls, *a):
        self = super().__new__(cls)
        self.made = a
        return self
    def __init__(self, *a): self.init = a
n = New(1, 2)
print(n.made, n.init)
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other())
class E(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
try: raise E(5)
except E as e: print(e, e.code, e.args, repr(e))
class Bare: pass
class Wrong:
    def __init__(self): return 5
for f in (lambda: Bare(1), lambda: Bare(x=1), Wrong, E):
    try: f()
    except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    '(1, 2) (1, 2)',
    '5',
    "code 5 5 ('code 5',) E('code 5')",
    'Bare() takes no arguments',
    'Bare() takes no arguments',
    "__init__() should return None, not 'int'",
    "E.__init__() missing 1 required positional argument: 'code'",
  ]);
});
