import { describe, expect, test } from 'vitest';
import { checked } from './checked.ts';

const calls = (...lines: readonly string[]) =>
  checked(...lines).filter((line) => line.includes(' call '));

describe('a call that cannot fit is refused', () => {
  test('whatever the callee is: a function, a built-in, a member of a module', () => {
    expect(
      calls(
        'import asyncio',
        'from asyncio import sleep as nap',
        'def f(a): pass',
        'f()',
        'len()',
        'asyncio.sleep()',
        'nap(1, 2, 3)',
      ),
    ).toEqual([
      "4:1 call f() missing 1 required positional argument: 'a'",
      "5:1 call len() missing 1 required positional argument: 'obj'",
      "6:1 call sleep() missing 1 required positional argument: 'delay'",
      '7:11 call sleep() takes from 1 to 2 positional arguments but 3 were given',
    ]);
  });

  test('inside another call, a comprehension or a lambda', () => {
    expect(
      calls('def f(a): pass', 'print(f())', '[f(1, 2) for x in []]', 'g = lambda: f(b=1)'),
    ).toEqual([
      "2:7 call f() missing 1 required positional argument: 'a'",
      '3:7 call f() takes 1 positional argument but 2 were given',
      "4:15 call f() got an unexpected keyword argument 'b'",
    ]);
  });
});

describe('a call is not judged', () => {
  test.each([
    ['where the function is defined twice', 'def f(a): pass\ndef f(): pass\nf()'],
    ['where the name is bound anew', 'def f(a): pass\nf = print\nf()'],
    ['where the function is decorated', '@print\ndef f(a): pass\nf()'],
    ['where the program expects the TypeError', 'def f(a): pass\ntry: f()\nexcept TypeError: pass'],
    ['under a test of the version', 'import sys\ndef f(a): pass\nif sys.version_info > (3,): f()'],
    ['where a parameter shadows the name', 'def f(a): pass\ndef g(f): f()'],
    ['where no signature is known', 'range()'],
  ])('%s', (_why, text) => {
    expect(calls(...text.split('\n'))).toEqual([]);
  });
});
