// Programs and what CPython prints for them: src/lang/machine/binding.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

test("wrong calls are refused in CPython's words", () => {
  const program = `
def t(f, *a, **k):
    try: print(f(*a, **k))
    except TypeError as e: print(e)
def f0(): pass
def f1(x): pass
def f2(x, y): pass
def f3(x, y, z): pass
def fd(x, y=1): pass
def fk(*, a, b): pass
def fk1(*, a): pass
def fp(a, b, /): pass
def fv(*a): pass
t(f0, 1); t(f0, 1, 2); t(f1); t(f2); t(f3); t(f1, 1, 2); t(f2, 1); t(f3, 1)
t(fd); t(fd, 1, 2, 3); t(fd, z=1); t(fk); t(fk1); t(fk, a=1)
t(fk, 1, a=1, b=2); t(fk, 1, 2, a=1)
t(fp, 1, b=2); t(fp, a=1, b=2); t(fv, x=1); t(f1, 1, x=2); t(f2, 1, 2, y=3)
class A:
    def __init__(self, x): pass
    def m(self, y): return y
t(A); t(A, 1, 2); t(A(1).m); t(A.m)
`;
  expect(lines(program)).toEqual([
    'f0() takes 0 positional arguments but 1 was given',
    'f0() takes 0 positional arguments but 2 were given',
    "f1() missing 1 required positional argument: 'x'",
    "f2() missing 2 required positional arguments: 'x' and 'y'",
    "f3() missing 3 required positional arguments: 'x', 'y', and 'z'",
    'f1() takes 1 positional argument but 2 were given',
    "f2() missing 1 required positional argument: 'y'",
    "f3() missing 2 required positional arguments: 'y' and 'z'",
    "fd() missing 1 required positional argument: 'x'",
    'fd() takes from 1 to 2 positional arguments but 3 were given',
    "fd() got an unexpected keyword argument 'z'",
    "fk() missing 2 required keyword-only arguments: 'a' and 'b'",
    "fk1() missing 1 required keyword-only argument: 'a'",
    "fk() missing 1 required keyword-only argument: 'b'",
    'fk() takes 0 positional arguments but 1 positional argument (and 2 keyword-only ' +
      'arguments) were given',
    'fk() takes 0 positional arguments but 2 positional arguments (and 1 keyword-only' +
      ' argument) were given',
    "fp() got some positional-only arguments passed as keyword arguments: 'b'",
    "fp() got some positional-only arguments passed as keyword arguments: 'a, b'",
    "fv() got an unexpected keyword argument 'x'",
    "f1() got multiple values for argument 'x'",
    "f2() got multiple values for argument 'y'",
    "A.__init__() missing 1 required positional argument: 'x'",
    'A.__init__() takes 2 positional arguments but 3 were given',
    "A.m() missing 1 required positional argument: 'y'",
    "A.m() missing 2 required positional arguments: 'self' and 'y'",
  ]);
});
