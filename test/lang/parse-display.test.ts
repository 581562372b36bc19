// The spec of parse-display.ts: brackets and comprehensions.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('brackets and comprehensions', () => {
  test.each([
    ['()', 'Expr(Tuple([]))'],
    ['(a)', 'Expr(Name("a"))'],
    ['(a,)', 'Expr(Tuple([Name("a")]))'],
    ['(a, *b)', 'Expr(Tuple([Name("a"), Starred(Name("b"))]))'],
    ['[]', 'Expr(List([]))'],
    ['[a, *b,]', 'Expr(List([Name("a"), Starred(Name("b"))]))'],
    ['{}', 'Expr(Dict([], []))'],
    ['{a}', 'Expr(Set([Name("a")]))'],
    ['{a, *b}', 'Expr(Set([Name("a"), Starred(Name("b"))]))'],
    ['{a: b, **c}', 'Expr(Dict([Name("a"), None], [Name("b"), Name("c")]))'],
    ['{**a}', 'Expr(Dict([None], [Name("a")]))'],
    [
      '{a: b for a in c}',
      'Expr(DictComp(Name("a"), Name("b"), [comprehension(Name("a"), Name("c"), [], 0)]))',
    ],
    [
      '[a for b in c if d if e]',
      'Expr(ListComp(Name("a"), [comprehension(Name("b"), Name("c"), [Name("d"), ' +
        'Name("e")], 0)]))',
    ],
    [
      '[a for b in c for d in e if f]',
      'Expr(ListComp(Name("a"), [comprehension(Name("b"), Name("c"), [], 0), ' +
        'comprehension(Name("d"), Name("e"), [Name("f")], 0)]))',
    ],
    [
      '{a async for b in c}',
      'Expr(SetComp(Name("a"), [comprehension(Name("b"), Name("c"), [], 1)]))',
    ],
    [
      '(a for b in c)',
      'Expr(GeneratorExp(Name("a"), [comprehension(Name("b"), Name("c"), [], 0)]))',
    ],
    [
      '[x for x, in y]',
      'Expr(ListComp(Name("x"), [comprehension(Tuple([Name("x")]), Name("y"), [], 0)]))',
    ],
    [
      '[x for x, *y in z]',
      'Expr(ListComp(Name("x"), [comprehension(Tuple([Name("x"), ' +
        'Starred(Name("y"))]), Name("z"), [], 0)]))',
    ],
    [
      '[(a, b) for a, b in c]',
      'Expr(ListComp(Tuple([Name("a"), Name("b")]), ' +
        '[comprehension(Tuple([Name("a"), Name("b")]), Name("c"), [], 0)]))',
    ],
    [
      '[x for x in (1, 2)]',
      'Expr(ListComp(Name("x"), [comprehension(Name("x"), Tuple([Constant(1), ' +
        'Constant(2)]), [], 0)]))',
    ],
    [
      '[x for a.b in c]',
      'Expr(ListComp(Name("x"), [comprehension(Attribute(Name("a"), "b"), ' +
        'Name("c"), [], 0)]))',
    ],
    [
      '[await x async for x in y if await z]',
      'Expr(ListComp(Await(Name("x")), [comprehension(Name("x"), Name("y"), ' +
        '[Await(Name("z"))], 1)]))',
    ],
    [
      '[lambda: x for x in y]',
      'Expr(ListComp(Lambda(arguments([], [], None, [], [], None, []), Name("x")), ' +
        '[comprehension(Name("x"), Name("y"), [], 0)]))',
    ],
    [
      '[x for x in y or z]',
      'Expr(ListComp(Name("x"), [comprehension(Name("x"), BoolOp(Or(), [Name("y"), ' +
        'Name("z")]), [], 0)]))',
    ],
    [
      '[i for i in range(3) if (j := i)]',
      'Expr(ListComp(Name("i"), [comprehension(Name("i"), Call(Name("range"), ' +
        '[Constant(3)], []), [NamedExpr(Name("j"), Name("i"))], 0)]))',
    ],
    [
      '{(lambda: 1): 2}',
      'Expr(Dict([Lambda(arguments([], [], None, [], [], None, []), Constant(1))], ' +
        '[Constant(2)]))',
    ],
    ['{1: x if y else z}', 'Expr(Dict([Constant(1)], [IfExp(Name("y"), Name("x"), Name("z"))]))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['(*a)', '1:2 cannot use starred expression here'],
    ['{1:}', "1:4 expression expected after dictionary key and ':'"],
    ['{1:2, 3}', "1:8 ':' expected after dictionary key"],
    ['{**a for a in b}', '1:2 dict unpacking cannot be used in dict comprehension'],
    ['[*a for a in b]', '1:2 iterable unpacking cannot be used in comprehension'],
    ['[1 2]', '1:4 invalid syntax. Perhaps you forgot a comma?'],
    ['[x, y for x in y]', '1:7 did you forget parentheses around the comprehension target?'],
    ['[x for 1 in y]', '1:8 cannot assign to literal'],
    ['[x for x y]', "1:10 'in' expected after for-loop variables"],
    ['(a b)', '1:4 invalid syntax. Perhaps you forgot a comma?'],
    ['{a: *b}', '1:5 cannot use a starred expression in a dictionary value'],
    ['{1: 2 3: 4}', '1:7 invalid syntax. Perhaps you forgot a comma?'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    ['{1, 2:3}', "1:6 invalid syntax: expected ',' or '}', found ':'"],
    ['[x for x in 1, 2]', "1:14 invalid syntax: expected ']', found ','"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
