// Programs and what CPython prints for them: src/lang/compile/imports.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('modules and their members are bound by their names', () => {
  const program = `
import math
import math as m
from math import pi as PI, floor
from math import *
print(m is math, PI == math.pi, floor(2.5), ceil(1.2))
try: from math import nothing
except ImportError as e: print(type(e).__name__)
`;
  expect(lines(program)).toEqual(['True True 2 2', 'ImportError']);
});
