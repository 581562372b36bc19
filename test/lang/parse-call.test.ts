// The spec of parse-call.ts: arguments.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('arguments', () => {
  test.each([
    [
      'f(a, *b, c=1, **d)',
      'Expr(Call(Name("f"), [Name("a"), Starred(Name("b"))], [keyword("c", ' +
        'Constant(1)), keyword(None, Name("d"))]))',
    ],
    ['f(a=1, *b)', 'Expr(Call(Name("f"), [Starred(Name("b"))], [keyword("a", Constant(1))]))'],
    ['f(*a, b)', 'Expr(Call(Name("f"), [Starred(Name("a")), Name("b")], []))'],
    [
      'f(**a, b=1)',
      'Expr(Call(Name("f"), [], [keyword(None, Name("a")), keyword("b", Constant(1))]))',
    ],
    [
      'f(x for x in y)',
      'Expr(Call(Name("f"), [GeneratorExp(Name("x"), [comprehension(Name("x"), ' +
        'Name("y"), [], 0)])], []))',
    ],
    [
      'f((x for x in y), 1)',
      'Expr(Call(Name("f"), [GeneratorExp(Name("x"), [comprehension(Name("x"), ' +
        'Name("y"), [], 0)]), Constant(1)], []))',
    ],
    ['f(a := 1)', 'Expr(Call(Name("f"), [NamedExpr(Name("a"), Constant(1))], []))'],
    ['f(a, b,)', 'Expr(Call(Name("f"), [Name("a"), Name("b")], []))'],
    ['f(*a or b)', 'Expr(Call(Name("f"), [Starred(BoolOp(Or(), [Name("a"), Name("b")]))], []))'],
    [
      'f(**a or b)',
      'Expr(Call(Name("f"), [], [keyword(None, BoolOp(Or(), [Name("a"), Name("b")]))]))',
    ],
    [
      'f(*a, *b, **c, **d)',
      'Expr(Call(Name("f"), [Starred(Name("a")), Starred(Name("b"))], ' +
        '[keyword(None, Name("c")), keyword(None, Name("d"))]))',
    ],
    ['f(print=1)', 'Expr(Call(Name("f"), [], [keyword("print", Constant(1))]))'],
    [
      'f(lambda: 1, x=lambda y: y)',
      'Expr(Call(Name("f"), [Lambda(arguments([], [], None, [], [], None, []), ' +
        'Constant(1))], [keyword("x", Lambda(arguments([], [arg("y", None)], None, ' +
        '[], [], None, []), Name("y")))]))',
    ],
    ['f(x=(yield))', 'Expr(Call(Name("f"), [], [keyword("x", Yield(None))]))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['f(**a, *b)', '1:8 iterable argument unpacking follows keyword argument unpacking'],
    ['f(a=1,a=2)', '1:7 keyword argument repeated: a'],
    ['f(a=1,b)', '1:7 positional argument follows keyword argument'],
    ['f(**a,b)', '1:7 positional argument follows keyword argument unpacking'],
    ['f(x for x in y, 1)', '1:3 Generator expression must be parenthesized'],
    ['f(c, a for a in b)', '1:6 Generator expression must be parenthesized'],
    ['f(a.b=1)', '1:3 expression cannot contain assignment, perhaps you meant "=="?'],
    ['f(True=1)', '1:3 cannot assign to True'],
    ['f(None=1)', '1:3 cannot assign to None'],
    ['f(1=2)', '1:3 expression cannot contain assignment, perhaps you meant "=="?'],
    ['f(a b)', '1:5 invalid syntax. Perhaps you forgot a comma?'],
    ['f(a b=1)', '1:5 invalid syntax. Perhaps you forgot a comma?'],
    ['f(a=)', '1:3 expected argument value expression'],
    ['f(a=b for b in c)', "1:3 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['f(a, , b)', "1:6 invalid syntax: expected an expression, found ','"],
    ['f(**)', "1:5 invalid syntax: expected an expression, found ')'"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
