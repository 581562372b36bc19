// Programs and what CPython prints for them: src/lang/machine/program.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test("the module's body is a frame with its own names", () => {
  const program = `
print(__name__, __doc__)
x = [n for n in range(3)]
if __name__ == '__main__':
    def f(): return x
    print(f())
try: n
except NameError as e: print(e)
`;
  expect(lines(program)).toEqual(['__main__ None', '[0, 1, 2]', "name 'n' is not defined"]);
});
