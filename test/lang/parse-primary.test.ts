// The spec of parse-primary.ts: atoms, attributes, calls and subscripts.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('atoms, attributes, calls and subscripts', () => {
  test.each([
    ['a.b.c', 'Expr(Attribute(Attribute(Name("a"), "b"), "c"))'],
    ['a[b]', 'Expr(Subscript(Name("a"), Name("b")))'],
    ['a[b, c]', 'Expr(Subscript(Name("a"), Tuple([Name("b"), Name("c")])))'],
    ['a[b,]', 'Expr(Subscript(Name("a"), Tuple([Name("b")])))'],
    ['a[()]', 'Expr(Subscript(Name("a"), Tuple([])))'],
    ['a[1:2]', 'Expr(Subscript(Name("a"), Slice(Constant(1), Constant(2), None)))'],
    ['a[:]', 'Expr(Subscript(Name("a"), Slice(None, None, None)))'],
    ['a[::2]', 'Expr(Subscript(Name("a"), Slice(None, None, Constant(2))))'],
    [
      'a[1:, ::3]',
      'Expr(Subscript(Name("a"), Tuple([Slice(Constant(1), None, None), Slice(None, ' +
        'None, Constant(3))])))',
    ],
    ['a[*b]', 'Expr(Subscript(Name("a"), Tuple([Starred(Name("b"))])))'],
    ['a[*b, c]', 'Expr(Subscript(Name("a"), Tuple([Starred(Name("b")), Name("c")])))'],
    ['a[b := 1]', 'Expr(Subscript(Name("a"), NamedExpr(Name("b"), Constant(1))))'],
    ['a()()', 'Expr(Call(Call(Name("a"), [], []), [], []))'],
    ['f(x)[0].y', 'Expr(Attribute(Subscript(Call(Name("f"), [Name("x")], []), Constant(0)), "y"))'],
    ['1 .real', 'Expr(Attribute(Constant(1), "real"))'],
    ['(1).real', 'Expr(Attribute(Constant(1), "real"))'],
    ['1.5.real', 'Expr(Attribute(Constant(1.5), "real"))'],
    ['...', 'Expr(Constant(Ellipsis))'],
    ['None', 'Expr(Constant(None))'],
    ['True', 'Expr(Constant(True))'],
    ['x = False', 'Assign([Name("x")], Constant(False))'],
    [
      'a[lambda: 1]',
      'Expr(Subscript(Name("a"), Lambda(arguments([], [], None, [], [], None, []), ' +
        'Constant(1))))',
    ],
    ['a[b if c else d]', 'Expr(Subscript(Name("a"), IfExp(Name("c"), Name("b"), Name("d"))))'],
    ['0xff', 'Expr(Constant(255))'],
    ['0o17', 'Expr(Constant(15))'],
    ['0b101', 'Expr(Constant(5))'],
    ['1_000', 'Expr(Constant(1000))'],
    ['1e3', 'Expr(Constant(1000.0))'],
    ['.5', 'Expr(Constant(0.5))'],
    ['5.', 'Expr(Constant(5.0))'],
    ['1_0.0_1e1_0', 'Expr(Constant(100100000000.0))'],
    ['9007199254740991', 'Expr(Constant(9007199254740991))'],
    ['9007199254740993', 'Expr(Constant(9007199254740993))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['a[b c]', '1:5 invalid syntax. Perhaps you forgot a comma?'],
    ['(', "1:1 '(' was never closed"],
    ['*a', "1:1 can't use starred expression here"],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['a.1', '1:2 invalid syntax: unexpected number'],
    ['a[]', "1:3 invalid syntax: expected an expression, found ']'"],
    ['a[1:2:3:4]', "1:8 invalid syntax: expected ',' or ']', found ':'"],
    ['a.', "1:3 invalid syntax: expected a name after '.'"],
    ['a.if', "1:3 invalid syntax: expected a name after '.', found the keyword 'if'"],
    ['x = $', "1:5 invalid syntax: '$' is no part of Python"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
