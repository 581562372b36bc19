// The spec of parse-parameters.ts: parameters.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('parameters', () => {
  test.each([
    [
      'def f(a, b=1, /, c=2, *d, e, f=3, **g): pass',
      'FunctionDef("f", arguments([arg("a", None), arg("b", None)], [arg("c", ' +
        'None)], arg("d", None), [arg("e", None), arg("f", None)], [None, ' +
        'Constant(3)], arg("g", None), [Constant(1), Constant(2)]), [Pass()], [], ' +
        'None)',
    ],
    [
      'def f(*, a): pass',
      'FunctionDef("f", arguments([], [], None, [arg("a", None)], [None], None, ' +
        '[]), [Pass()], [], None)',
    ],
    [
      'def f(a, /): pass',
      'FunctionDef("f", arguments([arg("a", None)], [], None, [], [], None, []), ' +
        '[Pass()], [], None)',
    ],
    [
      'def f(a: int = 1, *b: str, **c: x) -> y: pass',
      'FunctionDef("f", arguments([], [arg("a", Name("int"))], arg("b", ' +
        'Name("str")), [], [], arg("c", Name("x")), [Constant(1)]), [Pass()], [], ' +
        'Name("y"))',
    ],
    [
      'def f(*a: *b): pass',
      'FunctionDef("f", arguments([], [], arg("a", Starred(Name("b"))), [], [], ' +
        'None, []), [Pass()], [], None)',
    ],
    [
      'lambda a, /, b=1, *c, d, **e: a',
      'Expr(Lambda(arguments([arg("a", None)], [arg("b", None)], arg("c", None), ' +
        '[arg("d", None)], [None], arg("e", None), [Constant(1)]), Name("a")))',
    ],
    [
      'lambda *, a=1: a',
      'Expr(Lambda(arguments([], [], None, [arg("a", None)], [Constant(1)], None, ' +
        '[]), Name("a")))',
    ],
    [
      'lambda *a: a',
      'Expr(Lambda(arguments([], [], arg("a", None), [], [], None, []), Name("a")))',
    ],
    ['lambda: 1', 'Expr(Lambda(arguments([], [], None, [], [], None, []), Constant(1)))'],
    [
      'def f(a,): pass',
      'FunctionDef("f", arguments([], [arg("a", None)], None, [], [], None, []), ' +
        '[Pass()], [], None)',
    ],
    [
      'lambda a,: a',
      'Expr(Lambda(arguments([], [arg("a", None)], None, [], [], None, []), Name("a")))',
    ],
    [
      'def f(a, *, b=1, c): pass',
      'FunctionDef("f", arguments([], [arg("a", None)], None, [arg("b", None), ' +
        'arg("c", None)], [Constant(1), None], None, []), [Pass()], [], None)',
    ],
    [
      'def f(a=lambda: 1): pass',
      'FunctionDef("f", arguments([], [arg("a", None)], None, [], [], None, ' +
        '[Lambda(arguments([], [], None, [], [], None, []), Constant(1))]), [Pass()], ' +
        '[], None)',
    ],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['def f(a,a): pass', "1:9 duplicate argument 'a' in function definition"],
    ['lambda a, *a: 1', "1:12 duplicate argument 'a' in function definition"],
    ['def f(a=1,b): pass', '1:11 parameter without a default follows parameter with a default'],
    ['def f(a=1,/,b): pass', '1:13 parameter without a default follows parameter with a default'],
    ['def f(*): pass', '1:8 named arguments must follow bare *'],
    ['def f(*, **k): pass', '1:8 named arguments must follow bare *'],
    ['def f(/, a): pass', '1:7 at least one argument must precede /'],
    ['def f(a, /, b, /): pass', '1:16 / may appear only once'],
    ['def f(*a, *b): pass', '1:11 * argument may appear only once'],
    ['def f(*, a, /): pass', '1:13 / must be ahead of *'],
    ['def f(**k, a): pass', '1:12 arguments cannot follow var-keyword argument'],
    ['def f(*a=1): pass', '1:9 var-positional argument cannot have default value'],
    ['def f(**a=1): pass', '1:10 var-keyword argument cannot have default value'],
    ['def f((a)): pass', '1:7 Function parameters cannot be parenthesized'],
    ['lambda (a): 1', '1:8 Lambda expression parameters cannot be parenthesized'],
    ['def f(a=): pass', '1:9 expected default value expression'],
    ['lambda *: 1', '1:9 named arguments must follow bare *'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['def f(None): pass', "1:7 invalid syntax: expected a parameter, found the keyword 'None'"],
    ['def f(a b): pass', '1:9 invalid syntax. Perhaps you forgot a comma?'],
    ['lambda a b: 1', '1:10 invalid syntax. Perhaps you forgot a comma?'],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
