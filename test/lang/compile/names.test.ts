// Programs and what CPython prints for them: src/lang/compile/names.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('names that are not bound say which kind they are', () => {
  const program = `
def f1(): print(nowhere)
def f2():
    print(a)
    a = 1
def f3():
    def g(): return q
    if False: q = 1
    return g()
def f4():
    try: 1 / 0
    except ZeroDivisionError as e: pass
    print(e)
for f in (f1, f2, f3, f4):
    try: f()
    except NameError as e: print(type(e).__name__, e)
try: del nowhere
except NameError as e: print(e)
x = 1
del x
try: x
except NameError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "NameError name 'nowhere' is not defined",
    "UnboundLocalError cannot access local variable 'a' where it is not associated wi" +
      'th a value',
    "NameError cannot access free variable 'q' where it is not associated with a valu" +
      'e in enclosing scope',
    "UnboundLocalError cannot access local variable 'e' where it is not associated wi" +
      'th a value',
    "name 'nowhere' is not defined",
    "name 'x' is not defined",
  ]);
});

test("class bodies see their own names, then the module's", () => {
  const program = `
x = 'global'
class C:
    print(x)
    x = 'class'
    print(x)
    def m(self): return x
    y = [x for _ in range(2)]
    del x
    print(x)
print(C().m(), C.y)
class P:
    def __init__(self): self.__secret = 9
    def peek(self): return self.__secret
p = P()
print(p.peek(), p._P__secret)
`;
  expect(lines(program)).toEqual([
    'global',
    'class',
    'global',
    "global ['global', 'global']",
    '9 9',
  ]);
});

test('global and nonlocal reach outwards', () => {
  const program = `
total = 0
def add(n):
    global total, made
    total += n
    made = n
add(3); add(4)
print(total, made)
def outer():
    x = 1
    def inner():
        nonlocal x
        del x
    inner()
    try: return x
    except UnboundLocalError as e: return str(e)
print(outer())
len = 5
print(len)
del len
print(len('ab'))
`;
  expect(lines(program)).toEqual([
    '7 4',
    "cannot access local variable 'x' where it is not associated with a value",
    '5',
    '2',
  ]);
});
