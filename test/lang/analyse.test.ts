// How names are reached; the expectations are those of CPython's `symtable`.

import { describe, expect, test } from 'vitest';
import { reaches, scopesOf } from './scopes-of.ts';

const messages = (text: string): string[] => scopesOf(text).problems.map(({ message }) => message);

describe('names', () => {
  test('a name bound in a function is local, one that is bound nowhere is a built-in', () => {
    const scopes = scopesOf('x = 1\ndef f(a):\n    b = a + x\n    return len(b)\n');
    expect(reaches(scopes, 'module')).toEqual(['f: global', 'x: global']);
    expect(reaches(scopes, 'function')).toEqual([
      'a: local',
      'b: local',
      'len: builtin',
      'x: global',
    ]);
  });

  test('a variable that an inner function reads is a cell there and free inside', () => {
    const scopes = scopesOf('def f():\n    x = 1\n    def g():\n        return x\n    return g\n');
    expect(reaches(scopes, 'function', 0)).toEqual(['g: local', 'x: cell']);
    expect(reaches(scopes, 'function', 1)).toEqual(['x: free']);
  });

  test('functions in between hand a free variable on', () => {
    const scopes = scopesOf(
      'def f():\n    x = 1\n    def g():\n        def h():\n            nonlocal x\n            x = 2\n',
    );
    const [, , g, h] = [...scopes.all()];
    expect(g.captures.map(({ name }) => name)).toEqual(['x']);
    expect(h.captures[0]).toBe(g.captures[0]);
  });

  test('global and nonlocal decide for the whole scope', () => {
    const text =
      'def f():\n    global a\n    a = 1\n    b = 2\n    def g():\n        nonlocal b\n        b = 3\n';
    const scopes = scopesOf(text);
    expect(reaches(scopes, 'function', 0)).toEqual(['a: global', 'b: cell', 'g: local']);
    expect(reaches(scopes, 'function', 1)).toEqual(['b: free']);
  });

  test('class bodies are looked through by the functions inside', () => {
    const scopes = scopesOf('class A:\n    x = 1\n    def m(self):\n        return x\n');
    expect(reaches(scopes, 'class')).toEqual(['m: local', 'x: local']);
    expect(reaches(scopes, 'function')).toEqual(['self: local', 'x: builtin']);
  });

  test('super in a method needs the cell of its class', () => {
    const scopes = scopesOf('class A:\n    def m(self):\n        super().m()\n');
    expect(reaches(scopes, 'class')).toEqual(['__class__: cell', 'm: local']);
    expect(reaches(scopes, 'function')).toEqual([
      '__class__: free',
      'self: local',
      'super: builtin',
    ]);
  });

  test('private names are those of their class', () => {
    const scopes = scopesOf('class _A:\n    __x = 1\n    def m(self):\n        __y = 2\n');
    expect(reaches(scopes, 'class')).toEqual(['_A__x: local', 'm: local']);
    expect(reaches(scopes, 'function')).toEqual(['_A__y: local', 'self: local']);
  });
});

describe('comprehensions', () => {
  test('they share the frame around, so what they read of it is local', () => {
    const scopes = scopesOf('def f(n):\n    return [i + n for i in range(n)]\n');
    expect(reaches(scopes, 'comprehension')).toEqual(['i: local', 'n: local']);
  });

  test('generator expressions have frames of their own', () => {
    const scopes = scopesOf('def f(n):\n    return sum(i + n for i in range(n))\n');
    expect(reaches(scopes, 'generator expression')).toEqual(['i: local', 'n: free']);
    expect(reaches(scopes, 'function')).toContain('n: cell');
  });

  test('a lambda inside makes the target a cell', () => {
    const scopes = scopesOf('def f():\n    return [lambda: i for i in range(3)]\n');
    expect(reaches(scopes, 'comprehension')).toEqual(['i: cell']);
    expect(reaches(scopes, 'lambda')).toEqual(['i: free']);
  });

  test('a walrus binds outside of them', () => {
    const scopes = scopesOf('def f(xs):\n    return [y := x for x in xs], y\n');
    expect(reaches(scopes, 'function')).toEqual(['xs: local', 'y: local']);
    const module = scopesOf('[y := x for x in z]\n');
    expect(reaches(module, 'comprehension')).toEqual(['x: local', 'y: global']);
  });
});

describe('shared names of a scenario', () => {
  const shared = new Set(['running', 'e']);

  test('assigning in a function writes the shared one', () => {
    const text = 'running = 0\nasync def main():\n    running += 1\n    mine = 1\n';
    expect(reaches(scopesOf(text, { shared }), 'function')).toEqual([
      'mine: local',
      'running: global',
    ]);
  });

  test('a parameter, a comprehension target and an except name shadow it', () => {
    const parameter = scopesOf('def f(running):\n    running = 2\n', { shared });
    expect(reaches(parameter, 'function')).toEqual(['running: local']);
    const target = scopesOf('def f():\n    return [running for running in x]\n', { shared });
    expect(reaches(target, 'comprehension')).toEqual(['running: local']);
    const handler = scopesOf('def f():\n    try: pass\n    except E as e: pass\n', { shared });
    expect(reaches(handler, 'function')).toContain('e: local');
  });
});

describe('mistakes', () => {
  test.each([
    ['nonlocal x', 'nonlocal declaration not allowed at module level'],
    ['def f():\n    nonlocal x\n', "no binding for nonlocal 'x' found"],
    ['def f(a):\n    global a\n', "name 'a' is parameter and global"],
    ['def f(a):\n    nonlocal a\n', "name 'a' is parameter and nonlocal"],
    ['def f():\n    x = 1\n    global x\n', "name 'x' is assigned to before global declaration"],
    ['def f():\n    print(x)\n    global x\n', "name 'x' is used prior to global declaration"],
    ['def f():\n    global x\n    x: int = 1\n', "annotated name 'x' can't be global"],
    ['def f():\n    global x\n    nonlocal x\n', "name 'x' is nonlocal and global"],
    ['def f():\n    from m import *\n', 'import * only allowed at module level'],
    [
      '[i := 0 for i in x]',
      "assignment expression cannot rebind comprehension iteration variable 'i'",
    ],
    [
      '[i for i in (j := x)]',
      'assignment expression cannot be used in a comprehension iterable expression',
    ],
    [
      'class A:\n    x = [y := 1 for i in z]\n',
      'assignment expression within a comprehension cannot be used in a class body',
    ],
  ])('%j is refused', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });
});
