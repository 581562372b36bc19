// Programs and what CPython prints for them: src/lang/machine/raising.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test('raise takes exceptions and classes only', () => {
  const program = `
for f in (lambda: boom(5), lambda: boom(int), lambda: boom('x')):
    def boom(x): raise x
    try: f()
    except TypeError as e: print(e)
def cause(): raise ValueError from 5
try: cause()
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
class Odd(Exception):
    def __new__(cls): return 5
try: raise Odd
except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    'exceptions must derive from BaseException',
    'exceptions must derive from BaseException',
    'exceptions must derive from BaseException',
    'exception causes must derive from BaseException',
    'No active exception to reraise',
    "calling <class '__main__.Odd'> should have returned an instance of BaseException" +
      ", not <class 'int'>",
  ]);
});
