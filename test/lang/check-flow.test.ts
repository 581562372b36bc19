import { describe, expect, test } from 'vitest';
import { checked } from './checked.ts';

describe('what is never reached', () => {
  test('stands after a return, a raise or an endless loop', () => {
    expect(
      [
        ...checked(
          'def f():',
          '    return 1',
          '    print(1)',
          'while True:',
          '    pass',
          'print(2)',
        ),
      ].sort(),
    ).toEqual([
      '3:5 unreachable never reached, because of the return before it',
      '6:1 unreachable never reached: the loop before it never ends',
    ]);
  });

  test('is not a yield, which makes the function a generator', () => {
    expect(checked('def f():', '    return', '    yield')).toEqual([]);
  });

  test('is not what a break leads to', () => {
    expect(checked('while True:', '    if print(): break', 'print(2)')).toEqual([]);
  });
});

test('a loop of a coroutine that never gives way', () => {
  const message = 'busy-loop this loop never gives way: no other task runs while it waits';
  expect(checked('async def f(x):', '    while x.busy(): pass')).toEqual([`2:5 ${message}`]);
  expect(checked('async def f(x):', '    while True: x = 1')).toEqual([`2:5 ${message}`]);
  expect(checked('async def f(x):', '    while True: x()')).toEqual([]);
  expect(checked('def f(x):', '    while x.busy(): pass')).toEqual([]);
  expect(checked('async def f(x):', '    while (n := x.next()) in x: pass')).toEqual([]);
});

describe('a variable that is read before it can be bound', () => {
  const message = (name: string) =>
    `cannot access local variable '${name}' where it is not associated with a value`;

  test('by an assignment to itself', () => {
    expect(checked('n = 0', 'def f():', '    n += 1', 'def g():', '    n = n + 1')).toEqual([
      `3:5 unbound-local ${message('n')}`,
      `5:9 unbound-local ${message('n')}`,
    ]);
  });

  test('by a line before its only assignment', () => {
    expect(checked('n = 0', 'def f():', '    print(n)', '    n = 1')).toEqual([
      `3:11 unbound-local ${message('n')}`,
    ]);
  });

  test('is not one that a loop, a declaration or another assignment binds', () => {
    expect(
      checked(
        'n = 0',
        'def f():',
        '    global n',
        '    n += 1',
        'def g(m):',
        '    m += 1',
        '    for _ in range(2):',
        '        if m: print(late)',
        '        late = 1',
      ),
    ).toEqual([]);
  });
});

test('a default that is changed is shared by all calls', () => {
  expect(checked('def f(a=[], b={}, c=[]):', '    a.append(1)', '    print(b, c)')).toEqual([
    "1:9 mutable-default all calls of f() share the default of 'a', and it is changed",
  ]);
});

test('what CPython warns of when it compiles is told in its words', () => {
  expect(checked('x = 1', 'x is 5', 'assert (x, 1)', '[1](2)')).toEqual([
    `2:1 syntax "is" with 'int' literal. Did you mean "=="?`,
    '3:1 syntax assertion is always true, perhaps remove parentheses?',
    "4:1 syntax 'list' object is not callable; perhaps you missed a comma?",
  ]);
});
