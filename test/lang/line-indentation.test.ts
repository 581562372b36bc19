// The spec of line-indentation.ts: blocks.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('blocks', () => {
  test.each([
    [
      'if a:\n  b\n  c\nd',
      'If(Name("a"), [Expr(Name("b")), Expr(Name("c"))], []); Expr(Name("d"))',
    ],
    ['if a:\n\tb\n\tc', 'If(Name("a"), [Expr(Name("b")), Expr(Name("c"))], [])'],
    ['if a:\n\n  # x\n  b\n\n# y\n  c', 'If(Name("a"), [Expr(Name("b")), Expr(Name("c"))], [])'],
    [
      'if a:\n  if b:\n    c\nd',
      'If(Name("a"), [If(Name("b"), [Expr(Name("c"))], [])], []); Expr(Name("d"))',
    ],
    ['if a:\n  b\n \n  c', 'If(Name("a"), [Expr(Name("b")), Expr(Name("c"))], [])'],
    ['if a: # x\n  b', 'If(Name("a"), [Expr(Name("b"))], [])'],
    ['\n\n# x\na', 'Expr(Name("a"))'],
    ['if a:\n  b\n# x', 'If(Name("a"), [Expr(Name("b"))], [])'],
    ['\fa', 'Expr(Name("a"))'],
    ['if a:\n  b;\n  c', 'If(Name("a"), [Expr(Name("b")), Expr(Name("c"))], [])'],
    ['if a:\r\n  b\r\nc', 'If(Name("a"), [Expr(Name("b"))], []); Expr(Name("c"))'],
    ['if a:\r  b\rc', 'If(Name("a"), [Expr(Name("b"))], []); Expr(Name("c"))'],
    [
      'x = [\n1,\n  2]\ny',
      'Assign([Name("x")], List([Constant(1), Constant(2)])); Expr(Name("y"))',
    ],
    ['if a:\\\n  b', 'If(Name("a"), [Expr(Name("b"))], [])'],
    ['a\\\n+ b', 'Expr(BinOp(Name("a"), Add(), Name("b")))'],
    ['if a:\n  b\n  ', 'If(Name("a"), [Expr(Name("b"))], [])'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['if a:\n        b\n\tc', '3:1 inconsistent use of tabs and spaces in indentation'],
    ['def f():\nx', '2:1 expected an indented block after function definition on line 1'],
    ['if a:\n', "2:1 expected an indented block after 'if' statement on line 1"],
    ['  x', '1:1 unexpected indent'],
    ['x\n  y', '2:1 unexpected indent'],
    ['if 1:\n  x\n y', '3:1 unindent does not match any outer indentation level'],
    ['if True:\n\tx\n        y', '3:1 inconsistent use of tabs and spaces in indentation'],
    ['if a:\n        b\n    \tc', '3:1 inconsistent use of tabs and spaces in indentation'],
    ['for x in y:\nz', "2:1 expected an indented block after 'for' statement on line 1"],
    ['class A:\n# x\nb', '3:1 expected an indented block after class definition on line 1'],
    ['while a:\n\nb', "3:1 expected an indented block after 'while' statement on line 1"],
    ['with a:\nb', "2:1 expected an indented block after 'with' statement on line 1"],
    ['try:\nb', "2:1 expected an indented block after 'try' statement on line 1"],
    ['if a: pass\nelse:\nb', "3:1 expected an indented block after 'else' statement on line 2"],
    [
      'match x:\n case 1:\n pass',
      "3:2 expected an indented block after 'case' statement on line 2",
    ],
    ['match x:\ny', "2:1 expected an indented block after 'match' statement on line 1"],
    ['if a: pass\n  b', '2:1 unexpected indent'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([['if x: if y: pass', "1:7 invalid syntax: unexpected 'if'"]])(
    '%j, invalid syntax for CPython, is explained',
    (source, message) => {
      expect(mistakesOf(source)).toEqual([message]);
    },
  );
});
