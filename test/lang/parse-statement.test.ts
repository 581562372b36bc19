// The spec of parse-statement.ts: simple statements.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('simple statements', () => {
  test.each([
    ['pass; break; continue', 'Pass(); Break(); Continue()'],
    ['return', 'Return(None)'],
    ['return a, *b', 'Return(Tuple([Name("a"), Starred(Name("b"))]))'],
    ['raise', 'Raise(None, None)'],
    ['raise a', 'Raise(Name("a"), None)'],
    ['raise a from b', 'Raise(Name("a"), Name("b"))'],
    ['assert a', 'Assert(Name("a"), None)'],
    ['assert a, b', 'Assert(Name("a"), Name("b"))'],
    ['import a', 'Import([alias("a", None)])'],
    ['import a.b as c, d', 'Import([alias("a.b", "c"), alias("d", None)])'],
    ['from a import b as c, d', 'ImportFrom("a", [alias("b", "c"), alias("d", None)])'],
    ['from . import a', 'ImportFrom(".", [alias("a", None)])'],
    ['from .a.b import (c, d as e,)', 'ImportFrom(".a.b", [alias("c", None), alias("d", "e")])'],
    ['from ... import a', 'ImportFrom("...", [alias("a", None)])'],
    ['from .... import a', 'ImportFrom("....", [alias("a", None)])'],
    ['from a import *', 'ImportFrom("a", [alias("*", None)])'],
    ['global a, b', 'Global(["a", "b"])'],
    ['nonlocal a', 'Nonlocal(["a"])'],
    ['del a', 'Delete([Name("a")])'],
    ['del a,', 'Delete([Name("a")])'],
    ['print', 'Expr(Name("print"))'],
    ['print(x)', 'Expr(Call(Name("print"), [Name("x")], []))'],
    ['match = 1', 'Assign([Name("match")], Constant(1))'],
    ['match(x)', 'Expr(Call(Name("match"), [Name("x")], []))'],
    ['match[x]', 'Expr(Subscript(Name("match"), Name("x")))'],
    ['match.x', 'Expr(Attribute(Name("match"), "x"))'],
    ['case = type = 1', 'Assign([Name("case"), Name("type")], Constant(1))'],
    ['type(x)', 'Expr(Call(Name("type"), [Name("x")], []))'],
    ['type = 3', 'Assign([Name("type")], Constant(3))'],
    ['_ = 1', 'Assign([Name("_")], Constant(1))'],
    [
      'match, case = 1, 2',
      'Assign([Tuple([Name("match"), Name("case")])], Tuple([Constant(1), Constant(2)]))',
    ],
    ['a;', 'Expr(Name("a"))'],
    ['exec(x)', 'Expr(Call(Name("exec"), [Name("x")], []))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['print 1', "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?"],
    ['exec 1', "1:1 Missing parentheses in call to 'exec'. Did you mean exec(...)?"],
    ['import', "1:7 Expected one or more names after 'import'"],
    ['import a as b.c', '1:13 cannot use attribute as import target'],
    ['from a import', "1:14 Expected one or more names after 'import'"],
    ['from a import b,', '1:17 trailing comma not allowed without surrounding parentheses'],
    ['from a import (b as c.d)', '1:21 cannot use attribute as import target'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['import a.b as', '1:14 invalid syntax: expected an expression, found end of line'],
    ['from a import (*)', '1:16 invalid syntax: expected a name to import'],
    ['from . import *, a', "1:16 invalid syntax: unexpected ','"],
    ['global', '1:7 invalid syntax: expected a name'],
    ['raise a from', '1:13 invalid syntax: expected an expression, found end of line'],
    ['raise from a', "1:7 invalid syntax: expected an expression, found 'from'"],
    ['raise a, b', "1:8 invalid syntax: unexpected ','"],
    ['x = 1 2', '1:7 invalid syntax: unexpected number'],
    ['x y', "1:3 invalid syntax: unexpected name 'y'"],
    ['pass pass', "1:6 invalid syntax: unexpected 'pass'"],
    ['a; ; b', "1:4 invalid syntax: expected an expression, found ';'"],
    [';', "1:1 invalid syntax: expected an expression, found ';'"],
    ['assert a = 1', "1:10 invalid syntax: unexpected '='"],
    ['x = import y', "1:5 invalid syntax: expected an expression, found 'import'"],
    ['in x', "1:1 invalid syntax: expected an expression, found 'in'"],
    ['pass = 1', "1:6 invalid syntax: unexpected '='"],
    ['import None', "1:8 invalid syntax: expected the name of a module, found the keyword 'None'"],
    ['a: int: str', "1:7 invalid syntax: unexpected ':'"],
    ['retrun x', "1:1 invalid syntax. Did you mean 'return'?"],
    ['from a import b c', "1:17 invalid syntax: unexpected name 'c'"],
    ['def = 1', '1:5 invalid syntax: expected the name of the function'],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
