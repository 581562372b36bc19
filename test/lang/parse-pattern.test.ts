// The spec of parse-pattern.ts: patterns.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('patterns', () => {
  test.each([
    ['1', 'Match(Name("x"), [match_case(MatchValue(Constant(1)), None, [Pass()])])'],
    [
      '-1',
      'Match(Name("x"), [match_case(MatchValue(UnaryOp(USub(), Constant(1))), None, ' +
        '[Pass()])])',
    ],
    [
      '-1.5',
      'Match(Name("x"), [match_case(MatchValue(UnaryOp(USub(), Constant(1.5))), ' +
        'None, [Pass()])])',
    ],
    ['"a" \'b\'', 'Match(Name("x"), [match_case(MatchValue(Constant("ab")), None, [Pass()])])'],
    ['None', 'Match(Name("x"), [match_case(MatchSingleton(None), None, [Pass()])])'],
    ['True', 'Match(Name("x"), [match_case(MatchSingleton(True), None, [Pass()])])'],
    ['False', 'Match(Name("x"), [match_case(MatchSingleton(False), None, [Pass()])])'],
    ['a', 'Match(Name("x"), [match_case(MatchAs(None, "a"), None, [Pass()])])'],
    ['_', 'Match(Name("x"), [match_case(MatchAs(None, None), None, [Pass()])])'],
    [
      'a.b.c',
      'Match(Name("x"), [match_case(MatchValue(Attribute(Attribute(Name("a"), "b"), ' +
        '"c")), None, [Pass()])])',
    ],
    ['[]', 'Match(Name("x"), [match_case(MatchSequence([]), None, [Pass()])])'],
    [
      '[a, *b]',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(None, "a"), ' +
        'MatchStar("b")]), None, [Pass()])])',
    ],
    [
      '(a, b)',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(None, "a"), ' +
        'MatchAs(None, "b")]), None, [Pass()])])',
    ],
    ['(a)', 'Match(Name("x"), [match_case(MatchAs(None, "a"), None, [Pass()])])'],
    [
      '(a,)',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(None, "a")]), None, ' + '[Pass()])])',
    ],
    [
      'a, b',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(None, "a"), ' +
        'MatchAs(None, "b")]), None, [Pass()])])',
    ],
    [
      '*a, b',
      'Match(Name("x"), [match_case(MatchSequence([MatchStar("a"), MatchAs(None, ' +
        '"b")]), None, [Pass()])])',
    ],
    [
      'a,',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(None, "a")]), None, ' + '[Pass()])])',
    ],
    ['[*_]', 'Match(Name("x"), [match_case(MatchSequence([MatchStar(None)]), None, [Pass()])])'],
    ['{}', 'Match(Name("x"), [match_case(MatchMapping([], [], None), None, [Pass()])])'],
    [
      '{1: a}',
      'Match(Name("x"), [match_case(MatchMapping([Constant(1)], [MatchAs(None, ' +
        '"a")], None), None, [Pass()])])',
    ],
    [
      '{"a": b, **c}',
      'Match(Name("x"), [match_case(MatchMapping([Constant("a")], [MatchAs(None, ' +
        '"b")], "c"), None, [Pass()])])',
    ],
    [
      '{a.b: c, -1: d, None: e}',
      'Match(Name("x"), [match_case(MatchMapping([Attribute(Name("a"), "b"), ' +
        'UnaryOp(USub(), Constant(1)), Constant(None)], [MatchAs(None, "c"), ' +
        'MatchAs(None, "d"), MatchAs(None, "e")], None), None, [Pass()])])',
    ],
    ['A()', 'Match(Name("x"), [match_case(MatchClass(Name("A"), [], [], []), None, [Pass()])])'],
    [
      'A(1, b=c)',
      'Match(Name("x"), [match_case(MatchClass(Name("A"), ' +
        '[MatchValue(Constant(1))], ["b"], [MatchAs(None, "c")]), None, [Pass()])])',
    ],
    [
      'a.b(c,)',
      'Match(Name("x"), [match_case(MatchClass(Attribute(Name("a"), "b"), ' +
        '[MatchAs(None, "c")], [], []), None, [Pass()])])',
    ],
    [
      '1 | 2 | 3',
      'Match(Name("x"), [match_case(MatchOr([MatchValue(Constant(1)), ' +
        'MatchValue(Constant(2)), MatchValue(Constant(3))]), None, [Pass()])])',
    ],
    [
      '(1 | 2) as a',
      'Match(Name("x"), [match_case(MatchAs(MatchOr([MatchValue(Constant(1)), ' +
        'MatchValue(Constant(2))]), "a"), None, [Pass()])])',
    ],
    [
      '1 | 2 as a',
      'Match(Name("x"), [match_case(MatchAs(MatchOr([MatchValue(Constant(1)), ' +
        'MatchValue(Constant(2))]), "a"), None, [Pass()])])',
    ],
    [
      '[1 as a, 2]',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(MatchValue(Constant(1)), ' +
        '"a"), MatchValue(Constant(2))]), None, [Pass()])])',
    ],
    ['a if b', 'Match(Name("x"), [match_case(MatchAs(None, "a"), Name("b"), [Pass()])])'],
    [
      '[a, [b, c]] if a',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(None, "a"), ' +
        'MatchSequence([MatchAs(None, "b"), MatchAs(None, "c")])]), Name("a"), ' +
        '[Pass()])])',
    ],
    [
      '(1 | 2), b',
      'Match(Name("x"), [match_case(MatchSequence([MatchOr([MatchValue(Constant(1))' +
        ', MatchValue(Constant(2))]), MatchAs(None, "b")]), None, [Pass()])])',
    ],
    [
      'A(b=1 | 2)',
      'Match(Name("x"), [match_case(MatchClass(Name("A"), [], ["b"], ' +
        '[MatchOr([MatchValue(Constant(1)), MatchValue(Constant(2))])]), None, ' +
        '[Pass()])])',
    ],
    [
      'A(_=1)',
      'Match(Name("x"), [match_case(MatchClass(Name("A"), [], ["_"], ' +
        '[MatchValue(Constant(1))]), None, [Pass()])])',
    ],
    [
      '{_.a: b}',
      'Match(Name("x"), [match_case(MatchMapping([Attribute(Name("_"), "a")], ' +
        '[MatchAs(None, "b")], None), None, [Pass()])])',
    ],
    [
      '[(a as b), *c]',
      'Match(Name("x"), [match_case(MatchSequence([MatchAs(MatchAs(None, "a"), ' +
        '"b"), MatchStar("c")]), None, [Pass()])])',
    ],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(`match x:\n case ${source}: pass`)).toBe(shape);
  });

  test.each([
    ['a | 1', "2:7 name capture 'a' makes remaining patterns unreachable"],
    ['[a, a]', "2:11 multiple assignments to name 'a' in pattern"],
    ['[*a, *b]', '2:7 multiple starred names in sequence pattern'],
    ['f"a"', '2:7 patterns may only match literals and attribute lookups'],
    ['A(b=1, b=2)', '2:14 attribute name repeated in class pattern: b'],
    ['A(b=1, 2)', '2:14 positional patterns follow keyword patterns'],
    ['1 as _', "2:12 cannot use '_' as a target"],
    ['1 as a.b', '2:12 cannot use attribute as pattern target'],
    ['1 | a', '2:7 alternative patterns bind different names'],
    ['(a | b)', "2:8 name capture 'a' makes remaining patterns unreachable"],
    ['{1: a, **a}', "2:7 multiple assignments to name 'a' in pattern"],
    ['A(a, b=a)', "2:14 multiple assignments to name 'a' in pattern"],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(`match x:\n case ${source}: pass`)).toEqual([message]);
  });

  test.each([
    ['-a', "2:8 invalid syntax: expected a number, found name 'a'"],
    ['{**r, 1: 2}', "2:13 invalid syntax: '**' has to be the last of a mapping pattern"],
    ['{**_}', "2:10 invalid syntax: '**_' is not allowed, it is the default"],
    ['{a: 1}', '2:8 invalid syntax: a key has to be a literal or a dotted name'],
    ['*a', "2:7 can't use starred pattern here"],
    ['[a b]', "2:10 invalid syntax: expected ',' or ']', found name 'b'"],
    ['+1', "2:7 invalid syntax: expected a pattern, found '+'"],
    ['a +', "2:9 invalid syntax: expected ':', found '+'"],
    ['1 as', "2:11 invalid syntax: expected an expression, found ':'"],
    ['a.', "2:9 invalid syntax: expected a name after '.'"],
    ['_.a', "2:8 invalid syntax: expected ':', found '.'"],
    ['_()', "2:8 invalid syntax: expected ':', found '('"],
    ['A(1, _=2)', "2:13 invalid syntax: expected ',' or ')', found '='"],
  ])('%j, invalid syntax for CPython, is explained', (source, message) => {
    expect(mistakesOf(`match x:\n case ${source}: pass`)).toEqual([message]);
  });
});
