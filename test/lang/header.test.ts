// The spec of header.ts: the order of clauses.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('the order of clauses', () => {
  test.each([
    [
      'if a: b\nelif c: d\nelif e: f\nelse: g',
      'If(Name("a"), [Expr(Name("b"))], [If(Name("c"), [Expr(Name("d"))], ' +
        '[If(Name("e"), [Expr(Name("f"))], [Expr(Name("g"))])])])',
    ],
    [
      'if a: b\nelse:\n if c: d',
      'If(Name("a"), [Expr(Name("b"))], [If(Name("c"), [Expr(Name("d"))], [])])',
    ],
    ['for a in b: c\nelse: d', 'For(Name("a"), Name("b"), [Expr(Name("c"))], [Expr(Name("d"))])'],
    ['while a: b\nelse: c', 'While(Name("a"), [Expr(Name("b"))], [Expr(Name("c"))])'],
    [
      'try: a\nexcept A: b\nelse: c',
      'Try([Expr(Name("a"))], [ExceptHandler(Name("A"), None, [Expr(Name("b"))])], ' +
        '[Expr(Name("c"))], [])',
    ],
    [
      'try: a\nexcept: b\nfinally: c',
      'Try([Expr(Name("a"))], [ExceptHandler(None, None, [Expr(Name("b"))])], [], ' +
        '[Expr(Name("c"))])',
    ],
    [
      'match a:\n case 1: b\n case 2: c',
      'Match(Name("a"), [match_case(MatchValue(Constant(1)), None, ' +
        '[Expr(Name("b"))]), match_case(MatchValue(Constant(2)), None, ' +
        '[Expr(Name("c"))])])',
    ],
    [
      'match a:\n case b if c: d\n case e: f',
      'Match(Name("a"), [match_case(MatchAs(None, "b"), Name("c"), ' +
        '[Expr(Name("d"))]), match_case(MatchAs(None, "e"), None, ' +
        '[Expr(Name("f"))])])',
    ],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    ['try: pass\nx', "1:1 expected 'except' or 'finally' block"],
    ['try:\n pass\nexcept:\n pass\nexcept A:\n pass', "3:1 default 'except:' must be last"],
    [
      'try:\n pass\nexcept A:\n pass\nexcept* B: pass',
      "5:1 cannot have both 'except' and 'except*' on the same 'try'",
    ],
    ['if a: pass\nelse: pass\nelif b: pass', "3:1 'elif' block follows an 'else' block"],
    [
      'match x:\n case a: pass\n case b: pass',
      "2:7 name capture 'a' makes remaining patterns unreachable",
    ],
    ['match x:\n case _: pass\n case b: pass', '2:7 wildcard makes remaining patterns unreachable'],
    [
      'match x:\n case 1 | _: pass\n case b: pass',
      '2:7 wildcard makes remaining patterns unreachable',
    ],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });

  test.each([
    [
      'try:\n  pass\nfinally:\n  pass\nelse:\n pass',
      "5:1 invalid syntax: 'else' is out of place in 'try' statement",
    ],
    [
      'if a: pass\nelse: pass\nelse: pass',
      "2:1 invalid syntax: 'else' does not belong to 'if' statement",
    ],
    ['else: pass', "1:1 invalid syntax: 'else' without 'if'"],
    ['except: pass', "1:1 invalid syntax: 'except' without 'try'"],
    ['elif a: pass', "1:1 invalid syntax: 'elif' without 'if'"],
    ['finally: pass', "1:1 invalid syntax: 'finally' without 'try'"],
    [
      'for a in b: pass\nelif c: pass',
      "2:1 invalid syntax: 'elif' does not belong to 'for' statement",
    ],
    [
      'while a: pass\nfinally: pass',
      "2:1 invalid syntax: 'finally' does not belong to 'while' statement",
    ],
    ['match x:\n pass', "2:2 invalid syntax: expected 'case', found 'pass'"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
