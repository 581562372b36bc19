// The spec of parse-compound.ts: headers of compound statements.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('headers of compound statements', () => {
  test.each([
    ['if a: b', 'If(Name("a"), [Expr(Name("b"))], [])'],
    ['if (a := b): c', 'If(NamedExpr(Name("a"), Name("b")), [Expr(Name("c"))], [])'],
    ['while a: b', 'While(Name("a"), [Expr(Name("b"))], [])'],
    ['for a in b, c: d', 'For(Name("a"), Tuple([Name("b"), Name("c")]), [Expr(Name("d"))], [])'],
    [
      'for a in *b, c: d',
      'For(Name("a"), Tuple([Starred(Name("b")), Name("c")]), [Expr(Name("d"))], [])',
    ],
    [
      'async def f():\n async for a in b: c\n async with a as b: c',
      'AsyncFunctionDef("f", arguments([], [], None, [], [], None, []), ' +
        '[AsyncFor(Name("a"), Name("b"), [Expr(Name("c"))], []), ' +
        'AsyncWith([withitem(Name("a"), Name("b"))], [Expr(Name("c"))])], [], None)',
    ],
    ['with a: b', 'With([withitem(Name("a"), None)], [Expr(Name("b"))])'],
    [
      'with a, b as c: d',
      'With([withitem(Name("a"), None), withitem(Name("b"), Name("c"))], ' + '[Expr(Name("d"))])',
    ],
    [
      'with (a, b): c',
      'With([withitem(Name("a"), None), withitem(Name("b"), None)], [Expr(Name("c"))])',
    ],
    [
      'with (a as b, c as d,): e',
      'With([withitem(Name("a"), Name("b")), withitem(Name("c"), Name("d"))], ' +
        '[Expr(Name("e"))])',
    ],
    ['with (a): b', 'With([withitem(Name("a"), None)], [Expr(Name("b"))])'],
    [
      'with (a, b) as c: d',
      'With([withitem(Tuple([Name("a"), Name("b")]), Name("c"))], [Expr(Name("d"))])',
    ],
    [
      'with (a), b: c',
      'With([withitem(Name("a"), None), withitem(Name("b"), None)], [Expr(Name("c"))])',
    ],
    ['with (yield): b', 'With([withitem(Yield(None), None)], [Expr(Name("b"))])'],
    [
      'with (a := b): c',
      'With([withitem(NamedExpr(Name("a"), Name("b")), None)], [Expr(Name("c"))])',
    ],
    [
      'with (x for x in y): c',
      'With([withitem(GeneratorExp(Name("x"), [comprehension(Name("x"), Name("y"), ' +
        '[], 0)]), None)], [Expr(Name("c"))])',
    ],
    [
      'with (a or b): c',
      'With([withitem(BoolOp(Or(), [Name("a"), Name("b")]), None)], [Expr(Name("c"))])',
    ],
    ['with (a).b: c', 'With([withitem(Attribute(Name("a"), "b"), None)], [Expr(Name("c"))])'],
    [
      'with (*a, b): c',
      'With([withitem(Tuple([Starred(Name("a")), Name("b")]), None)], [Expr(Name("c"))])',
    ],
    [
      'with ((a, b)): c',
      'With([withitem(Tuple([Name("a"), Name("b")]), None)], [Expr(Name("c"))])',
    ],
    [
      'with (\n a as b,\n c\n): d',
      'With([withitem(Name("a"), Name("b")), withitem(Name("c"), None)], ' + '[Expr(Name("d"))])',
    ],
    ['class A: pass', 'ClassDef("A", [], [], [Pass()], [])'],
    ['class A(): pass', 'ClassDef("A", [], [], [Pass()], [])'],
    [
      'class A(B, *C, metaclass=D, **E): pass',
      'ClassDef("A", [Name("B"), Starred(Name("C"))], [keyword("metaclass", ' +
        'Name("D")), keyword(None, Name("E"))], [Pass()], [])',
    ],
    [
      'def f() -> a: pass',
      'FunctionDef("f", arguments([], [], None, [], [], None, []), [Pass()], [], ' + 'Name("a"))',
    ],
    [
      'async def f(): pass',
      'AsyncFunctionDef("f", arguments([], [], None, [], [], None, []), [Pass()], ' + '[], None)',
    ],
    [
      '@a\n@b.c(d)\n@e[0]\ndef f(): pass',
      'FunctionDef("f", arguments([], [], None, [], [], None, []), [Pass()], ' +
        '[Name("a"), Call(Attribute(Name("b"), "c"), [Name("d")], []), ' +
        'Subscript(Name("e"), Constant(0))], None)',
    ],
    ['@a\nclass B: pass', 'ClassDef("B", [], [], [Pass()], [Name("a")])'],
    [
      '@a\nasync def f(): pass',
      'AsyncFunctionDef("f", arguments([], [], None, [], [], None, []), [Pass()], ' +
        '[Name("a")], None)',
    ],
    [
      'try: a\nexcept: b',
      'Try([Expr(Name("a"))], [ExceptHandler(None, None, [Expr(Name("b"))])], [], [])',
    ],
    [
      'try: a\nexcept A: b\nexcept (B, C) as d: e\nelse: f\nfinally: g',
      'Try([Expr(Name("a"))], [ExceptHandler(Name("A"), None, [Expr(Name("b"))]), ' +
        'ExceptHandler(Tuple([Name("B"), Name("C")]), "d", [Expr(Name("e"))])], ' +
        '[Expr(Name("f"))], [Expr(Name("g"))])',
    ],
    ['try: a\nfinally: b', 'Try([Expr(Name("a"))], [], [], [Expr(Name("b"))])'],
    [
      'try: a\nexcept* A: b\nexcept* B as c: d',
      'TryStar([Expr(Name("a"))], [ExceptHandler(Name("A"), None, ' +
        '[Expr(Name("b"))]), ExceptHandler(Name("B"), "c", [Expr(Name("d"))])], [], ' +
        '[])',
    ],
    [
      'match a, *b:\n case _: c',
      'Match(Tuple([Name("a"), Starred(Name("b"))]), [match_case(MatchAs(None, ' +
        'None), None, [Expr(Name("c"))])])',
    ],
    [
      'match (a):\n case _: c',
      'Match(Name("a"), [match_case(MatchAs(None, None), None, [Expr(Name("c"))])])',
    ],
    [
      'match -a:\n case _: c',
      'Match(UnaryOp(USub(), Name("a")), [match_case(MatchAs(None, None), None, ' +
        '[Expr(Name("c"))])])',
    ],
    [
      'match [a]:\n case _: c',
      'Match(List([Name("a")]), [match_case(MatchAs(None, None), None, ' + '[Expr(Name("c"))])])',
    ],
    [
      'match (a := b):\n case _: c',
      'Match(NamedExpr(Name("a"), Name("b")), [match_case(MatchAs(None, None), ' +
        'None, [Expr(Name("c"))])])',
    ],
    [
      'match match:\n case case: c',
      'Match(Name("match"), [match_case(MatchAs(None, "case"), None, [Expr(Name("c"))])])',
    ],
    [
      'match not a:\n case _: c',
      'Match(UnaryOp(Not(), Name("a")), [match_case(MatchAs(None, None), None, ' +
        '[Expr(Name("c"))])])',
    ],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['if x\n  pass', "1:5 expected ':'"],
    ['class A\n  pass', "1:8 expected ':'"],
    ['def f:\n pass', "1:6 expected '('"],
    [
      'try:\n pass\nexcept A, B as c: pass',
      "3:8 multiple exception types must be parenthesized when using 'as'",
    ],
    ['try:\n pass\nexcept* : pass', '3:9 expected one or more exception types'],
    ['try:\n pass\nexcept A as b.c: pass', '3:13 cannot use except statement with attribute'],
    ['with (a as b c): pass', '1:14 invalid syntax. Perhaps you forgot a comma?'],
    ['while 1: pass\nelse pass', "2:6 expected ':'"],
    ['class A(x=1, y): pass', '1:14 positional argument follows keyword argument'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['if 1: pass\nelif: pass', "2:5 invalid syntax: expected an expression, found ':'"],
    ['while: pass', "1:6 invalid syntax: expected an expression, found ':'"],
    ['for x in y z: pass', "1:12 invalid syntax: expected ':', found name 'z'"],
    ['for x: pass', "1:6 invalid syntax: expected 'in', found ':'"],
    [
      'class None: pass',
      "1:7 invalid syntax: expected the name of the class, found the keyword 'None'",
    ],
    ['def f(): pass\nelse: pass', "2:1 invalid syntax: 'else' without 'if'"],
    [
      'async x',
      "1:7 invalid syntax: expected 'def', 'for' or 'with' after 'async', found name 'x'",
    ],
    ['with a as b c: pass', "1:13 invalid syntax: expected ':', found name 'c'"],
    ['if x y: pass', "1:6 invalid syntax: expected ':', found name 'y'"],
    ['def 1(): pass', '1:5 invalid syntax: expected the name of the function'],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
