// The spec of tokenize.ts: tokens.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('tokens', () => {
  test.each([
    ['é = 1', 'Assign([Name("é")], Constant(1))'],
    ['ﬁ = 2', 'Assign([Name("fi")], Constant(2))'],
    ['x = 1 if y else 2', 'Assign([Name("x")], IfExp(Name("y"), Constant(1), Constant(2)))'],
    ['a\\\n.b', 'Expr(Attribute(Name("a"), "b"))'],
    ['# only', ''],
    ['', ''],
    ['\ufeffa', 'Expr(Name("a"))'],
    ['a # b', 'Expr(Name("a"))'],
    ['1if x else 2', 'Expr(IfExp(Name("x"), Constant(1), Constant(2)))'],
    ['x=-1', 'Assign([Name("x")], UnaryOp(USub(), Constant(1)))'],
    ['a<b>c', 'Expr(Compare(Name("a"), [Lt(), Gt()], [Name("b"), Name("c")]))'],
    ['a!=b', 'Expr(Compare(Name("a"), [NotEq()], [Name("b")]))'],
    ['a**-b', 'Expr(BinOp(Name("a"), Pow(), UnaryOp(USub(), Name("b"))))'],
    ['x=[\n# c\n1\n]', 'Assign([Name("x")], List([Constant(1)]))'],
    ['𝒳 = 1', 'Assign([Name("X")], Constant(1))'],
    ['a\t+b', 'Expr(BinOp(Name("a"), Add(), Name("b")))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    [')', "1:1 unmatched ')'"],
    ['(a]', "1:3 closing parenthesis ']' does not match opening parenthesis '('"],
    ['(\n]', "2:1 closing parenthesis ']' does not match opening parenthesis '(' on line 1"],
    ['{a)', "1:3 closing parenthesis ')' does not match opening parenthesis '{'"],
    ['x = {', "1:5 '{' was never closed"],
    ['x = (1,\ny = 2', "1:5 '(' was never closed"],
    ['a\xa0b', '1:2 invalid non-printable character U+00A0'],
    ['a\\ b', '1:2 unexpected character after line continuation character'],
    ['a\\', '1:2 unexpected EOF while parsing'],
    ['€ = 2', "1:1 invalid character '€' (U+20AC)"],
    ['x = (\ndef f(): pass', "1:5 '(' was never closed"],
    ['foo(a,\nclass B: pass\n', "1:4 '(' was never closed"],
    ['a = 1\x01', '1:6 invalid non-printable character U+0001'],
    ['"a\n', '1:1 unterminated string literal (detected at line 1)'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['a ? b', "1:3 invalid syntax: '?' is no part of Python"],
    ['a ! b', "1:3 invalid syntax: '!' is no part of Python"],
    ['a $ b', "1:3 invalid syntax: '$' is no part of Python"],
    ['a <> b', "1:4 invalid syntax: expected an expression, found '>'"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
