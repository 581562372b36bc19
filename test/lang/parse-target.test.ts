// The spec of parse-target.ts: targets.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('targets', () => {
  test.each([
    ['a = b = c', 'Assign([Name("a"), Name("b")], Name("c"))'],
    ['a.b[c] = d', 'Assign([Subscript(Attribute(Name("a"), "b"), Name("c"))], Name("d"))'],
    [
      'a, (b, *c) = d',
      'Assign([Tuple([Name("a"), Tuple([Name("b"), Starred(Name("c"))])])], Name("d"))',
    ],
    ['[a, b] = c', 'Assign([List([Name("a"), Name("b")])], Name("c"))'],
    ['*a, = b', 'Assign([Tuple([Starred(Name("a"))])], Name("b"))'],
    ['(a) = 1', 'Assign([Name("a")], Constant(1))'],
    ['a += 1', 'AugAssign(Name("a"), Add(), Constant(1))'],
    ['a.b **= c', 'AugAssign(Attribute(Name("a"), "b"), Pow(), Name("c"))'],
    ['a[b] //= c', 'AugAssign(Subscript(Name("a"), Name("b")), FloorDiv(), Name("c"))'],
    ['a: int', 'AnnAssign(Name("a"), Name("int"), None)'],
    ['a: int = 1', 'AnnAssign(Name("a"), Name("int"), Constant(1))'],
    ['a.b: c', 'AnnAssign(Attribute(Name("a"), "b"), Name("c"), None)'],
    [
      'del a, b.c, d[0]',
      'Delete([Name("a"), Attribute(Name("b"), "c"), Subscript(Name("d"), Constant(0))])',
    ],
    ['del (a, b)', 'Delete([Tuple([Name("a"), Name("b")])])'],
    ['for a, b in c: pass', 'For(Tuple([Name("a"), Name("b")]), Name("c"), [Pass()], [])'],
    [
      'for *a, b in c: pass',
      'For(Tuple([Starred(Name("a")), Name("b")]), Name("c"), [Pass()], [])',
    ],
    ['for a.b in c: pass', 'For(Attribute(Name("a"), "b"), Name("c"), [Pass()], [])'],
    [
      'with a as (b, c): pass',
      'With([withitem(Name("a"), Tuple([Name("b"), Name("c")]))], [Pass()])',
    ],
    [
      'with a as b.c, d as e[0]: pass',
      'With([withitem(Name("a"), Attribute(Name("b"), "c")), withitem(Name("d"), ' +
        'Subscript(Name("e"), Constant(0)))], [Pass()])',
    ],
    ['a += yield', 'AugAssign(Name("a"), Add(), Yield(None))'],
    ['a >>= b', 'AugAssign(Name("a"), RShift(), Name("b"))'],
    ['a @= b', 'AugAssign(Name("a"), MatMult(), Name("b"))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['1=x', "1:1 cannot assign to literal here. Maybe you meant '==' instead of '='?"],
    ['f()=x', "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?"],
    ['x = f() = 1', '1:5 cannot assign to function call'],
    ['a+b=1', "1:1 cannot assign to expression here. Maybe you meant '==' instead of '='?"],
    ['(a,1)=2', '1:4 cannot assign to literal'],
    ['*a = 1', '1:1 starred assignment target must be in a list or tuple'],
    ['*a, *b = c', '1:1 multiple starred expressions in assignment'],
    ['[*a, *b] = c', '1:1 multiple starred expressions in assignment'],
    ['del f()', '1:5 cannot delete function call'],
    ['del *a', '1:5 cannot delete starred'],
    ['del (a, 1)', '1:9 cannot delete literal'],
    ['del a + b', '1:5 cannot delete expression'],
    ['for f() in x: pass', '1:5 cannot assign to function call'],
    ['for 1 in x: pass', '1:5 cannot assign to literal'],
    ['with a as f(): pass', '1:11 cannot assign to function call'],
    ['with a as 1: pass', '1:11 cannot assign to literal'],
    ['x + 1 += 2', "1:1 'expression' is an illegal expression for augmented assignment"],
    ['(a,b) += 1', "1:1 'tuple' is an illegal expression for augmented assignment"],
    ['a, b += 1', "1:1 'tuple' is an illegal expression for augmented assignment"],
    ['[a] += 1', "1:1 'list' is an illegal expression for augmented assignment"],
    ['(a,b): int', '1:1 only single target (not tuple) can be annotated'],
    ['[a]: int', '1:1 only single target (not list) can be annotated'],
    ['f(): int', '1:1 illegal target for annotation'],
    ['None = 1', '1:1 cannot assign to None'],
    ['True = 1', '1:1 cannot assign to True'],
    ['... = 1', "1:1 cannot assign to ellipsis here. Maybe you meant '==' instead of '='?"],
    ['__debug__ = 1', '1:1 cannot assign to __debug__'],
    ['"a" = 1', "1:1 cannot assign to literal here. Maybe you meant '==' instead of '='?"],
    [
      'f"{a}" = 1',
      "1:1 cannot assign to f-string expression here. Maybe you meant '==' instead " + "of '='?",
    ],
    ['a < b = 1', '1:1 cannot assign to comparison'],
    ['a and b = 1', '1:1 cannot assign to expression'],
    ['-a = 1', "1:1 cannot assign to expression here. Maybe you meant '==' instead of '='?"],
    ['{} = 1', "1:1 cannot assign to dict literal here. Maybe you meant '==' instead of '='?"],
    ['{a} = 1', "1:1 cannot assign to set display here. Maybe you meant '==' instead of '='?"],
    [
      '[a for b in c] = 1',
      "1:1 cannot assign to list comprehension here. Maybe you meant '==' instead of '='?",
    ],
    [
      '{a for b in c} = 1',
      "1:1 cannot assign to set comprehension here. Maybe you meant '==' instead of '='?",
    ],
    [
      '{a: b for b in c} = 1',
      "1:1 cannot assign to dict comprehension here. Maybe you meant '==' instead of '='?",
    ],
    ['(x for x in y) = 1', '1:1 cannot assign to generator expression'],
    ['lambda: x = 1', '1:1 cannot assign to lambda'],
    [
      'await a = 1',
      "1:1 cannot assign to await expression here. Maybe you meant '==' instead of '='?",
    ],
    [
      '(a := 1) = 2',
      "1:2 cannot assign to named expression here. Maybe you meant '==' instead of '='?",
    ],
    [
      '(yield) = 1',
      "1:2 cannot assign to yield expression here. Maybe you meant '==' instead of '='?",
    ],
    ['yield = 1', '1:1 assignment to yield expression not possible'],
    ['a = yield = 1', '1:5 assignment to yield expression not possible'],
    ['a = *b', "1:5 can't use starred expression here"],
    ['*a', "1:1 can't use starred expression here"],
    ['a if b else c = 2', '1:1 cannot assign to conditional expression'],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
