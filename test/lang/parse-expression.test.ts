// The spec of parse-expression.ts: operators and their precedence.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('operators and their precedence', () => {
  test.each([
    [
      'a or b and not c',
      'Expr(BoolOp(Or(), [Name("a"), BoolOp(And(), [Name("b"), UnaryOp(Not(), ' + 'Name("c"))])]))',
    ],
    ['a or b or c', 'Expr(BoolOp(Or(), [Name("a"), Name("b"), Name("c")]))'],
    ['(a or b) or c', 'Expr(BoolOp(Or(), [BoolOp(Or(), [Name("a"), Name("b")]), Name("c")]))'],
    ['not not a', 'Expr(UnaryOp(Not(), UnaryOp(Not(), Name("a"))))'],
    ['a < b <= c', 'Expr(Compare(Name("a"), [Lt(), LtE()], [Name("b"), Name("c")]))'],
    ['(a < b) < c', 'Expr(Compare(Compare(Name("a"), [Lt()], [Name("b")]), [Lt()], [Name("c")]))'],
    ['a is not b', 'Expr(Compare(Name("a"), [IsNot()], [Name("b")]))'],
    ['a not in b', 'Expr(Compare(Name("a"), [NotIn()], [Name("b")]))'],
    ['not a in b', 'Expr(UnaryOp(Not(), Compare(Name("a"), [In()], [Name("b")])))'],
    [
      'a | b ^ c & d',
      'Expr(BinOp(Name("a"), BitOr(), BinOp(Name("b"), BitXor(), BinOp(Name("c"), ' +
        'BitAnd(), Name("d")))))',
    ],
    ['a << b + c', 'Expr(BinOp(Name("a"), LShift(), BinOp(Name("b"), Add(), Name("c"))))'],
    ['a - b - c', 'Expr(BinOp(BinOp(Name("a"), Sub(), Name("b")), Sub(), Name("c")))'],
    [
      'a * b // c % d @ e',
      'Expr(BinOp(BinOp(BinOp(BinOp(Name("a"), Mult(), Name("b")), FloorDiv(), ' +
        'Name("c")), Mod(), Name("d")), MatMult(), Name("e")))',
    ],
    ['-a ** -b', 'Expr(UnaryOp(USub(), BinOp(Name("a"), Pow(), UnaryOp(USub(), Name("b")))))'],
    ['a ** b ** c', 'Expr(BinOp(Name("a"), Pow(), BinOp(Name("b"), Pow(), Name("c"))))'],
    ['(-a) ** b', 'Expr(BinOp(UnaryOp(USub(), Name("a")), Pow(), Name("b")))'],
    ['- + ~ a', 'Expr(UnaryOp(USub(), UnaryOp(UAdd(), UnaryOp(Invert(), Name("a")))))'],
    ['await a ** b', 'Expr(BinOp(Await(Name("a")), Pow(), Name("b")))'],
    ['-await a', 'Expr(UnaryOp(USub(), Await(Name("a"))))'],
    [
      'a if b else c if d else e',
      'Expr(IfExp(Name("b"), Name("a"), IfExp(Name("d"), Name("c"), Name("e"))))',
    ],
    [
      'lambda: a if b else c',
      'Expr(Lambda(arguments([], [], None, [], [], None, []), IfExp(Name("b"), ' +
        'Name("a"), Name("c"))))',
    ],
    [
      'lambda x: lambda y: x',
      'Expr(Lambda(arguments([], [arg("x", None)], None, [], [], None, []), ' +
        'Lambda(arguments([], [arg("y", None)], None, [], [], None, []), Name("x"))))',
    ],
    ['(x := 1)', 'Expr(NamedExpr(Name("x"), Constant(1)))'],
    ['[y := 1, y]', 'Expr(List([NamedExpr(Name("y"), Constant(1)), Name("y")]))'],
    ['x = a, b', 'Assign([Name("x")], Tuple([Name("a"), Name("b")]))'],
    ['x = *a, b', 'Assign([Name("x")], Tuple([Starred(Name("a")), Name("b")]))'],
    ['x = a,', 'Assign([Name("x")], Tuple([Name("a")]))'],
    ['yield', 'Expr(Yield(None))'],
    ['yield a, b', 'Expr(Yield(Tuple([Name("a"), Name("b")])))'],
    ['yield from a', 'Expr(YieldFrom(Name("a")))'],
    ['x = yield', 'Assign([Name("x")], Yield(None))'],
    ['x = (yield a)', 'Assign([Name("x")], Yield(Name("a")))'],
    ['f((yield))', 'Expr(Call(Name("f"), [Yield(None)], []))'],
    ['a if (b := c) else d', 'Expr(IfExp(NamedExpr(Name("b"), Name("c")), Name("a"), Name("d")))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['a if b', "1:7 expected 'else' after 'if' expression"],
    ['(a.b := 1)', '1:2 cannot use assignment expressions with attribute'],
    ['if x = 1: pass', "1:6 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
    ['x = (a = 1)', "1:8 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
    [
      'if f() = 1: pass',
      "1:4 cannot assign to function call here. Maybe you meant '==' instead of '='?",
    ],
    ['(a, b = 1)', "1:7 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['x := 1', "1:3 invalid syntax: unexpected ':='"],
    ['a not b', "1:7 invalid syntax: expected 'in' after 'not', found name 'b'"],
    ['a is not', '1:9 invalid syntax: expected an expression, found end of line'],
    ['not', '1:4 invalid syntax: expected an expression, found end of line'],
    ['await', '1:6 invalid syntax: expected an expression, found end of line'],
    ['a = = b', "1:5 invalid syntax: expected an expression, found '='"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
