// The spec of parse-string.ts: strings and f-strings.
// Shapes are those of CPython 3.13's ast, messages those of CPython 3.14.

import { describe, expect, test } from 'vitest';
import { mistakesOf, shapeOf } from './shape.ts';

describe('strings and f-strings', () => {
  test.each([
    ['"a" \'b\'', 'Expr(Constant("ab"))'],
    ["'''a\nb'''", 'Expr(Constant("a\\nb"))'],
    ["r'\\n\\d'", 'Expr(Constant("\\\\n\\\\d"))'],
    ["'\\x41\\101\\u0042\\U00000043\\a\\\\\\'\\\"'", 'Expr(Constant("AABC\\u0007\\\\\'\\""))'],
    ["'a\\\nb'", 'Expr(Constant("ab"))'],
    ["'\\0'", 'Expr(Constant("\\u0000"))'],
    ["''", 'Expr(Constant(""))'],
    ["b'a\\xff\\101\\u0041' rb'\\n'", 'Expr(Constant(aÿA\\u0041\\n))'],
    ["f''", 'Expr(JoinedStr([]))'],
    ["f'{x}'", 'Expr(JoinedStr([FormattedValue(Name("x"), None, None)]))'],
    [
      "f'a{x}b{y}'",
      'Expr(JoinedStr([Constant("a"), FormattedValue(Name("x"), None, None), ' +
        'Constant("b"), FormattedValue(Name("y"), None, None)]))',
    ],
    [
      "f'{{{x}}}'",
      'Expr(JoinedStr([Constant("{"), FormattedValue(Name("x"), None, None), ' + 'Constant("}")]))',
    ],
    ["f'{{}}'", 'Expr(JoinedStr([Constant("{}")]))'],
    [
      "f'{x!r}{y!s}{z!a}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), "r", None), ' +
        'FormattedValue(Name("y"), "s", None), FormattedValue(Name("z"), "a", ' +
        'None)]))',
    ],
    [
      "f'{x:>10}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), None, JoinedStr([Constant(">10")]))]))',
    ],
    [
      "f'{x:{w}.{p}f}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), None, ' +
        'JoinedStr([FormattedValue(Name("w"), None, None), Constant("."), ' +
        'FormattedValue(Name("p"), None, None), Constant("f")]))]))',
    ],
    [
      "f'{x!r:^{w}}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), "r", JoinedStr([Constant("^"), ' +
        'FormattedValue(Name("w"), None, None)]))]))',
    ],
    ["f'{x:}'", 'Expr(JoinedStr([FormattedValue(Name("x"), None, JoinedStr([]))]))'],
    ["f'{x=}'", 'Expr(JoinedStr([Constant("x="), FormattedValue(Name("x"), "r", None)]))'],
    ["f'{x = }'", 'Expr(JoinedStr([Constant("x = "), FormattedValue(Name("x"), "r", None)]))'],
    ["f'{x=!s}'", 'Expr(JoinedStr([Constant("x="), FormattedValue(Name("x"), "s", None)]))'],
    [
      "f'{x=:5}'",
      'Expr(JoinedStr([Constant("x="), FormattedValue(Name("x"), None, ' +
        'JoinedStr([Constant("5")]))]))',
    ],
    [
      "f'a{x+1 =}b'",
      'Expr(JoinedStr([Constant("ax+1 ="), FormattedValue(BinOp(Name("x"), Add(), ' +
        'Constant(1)), "r", None), Constant("b")]))',
    ],
    [
      'f\'{a["b"]}\'',
      'Expr(JoinedStr([FormattedValue(Subscript(Name("a"), Constant("b")), None, None)]))',
    ],
    [
      "f'{a['b']}'",
      'Expr(JoinedStr([FormattedValue(Subscript(Name("a"), Constant("b")), None, None)]))',
    ],
    [
      "f'{f'{x}'}'",
      'Expr(JoinedStr([FormattedValue(JoinedStr([FormattedValue(Name("x"), None, ' +
        'None)]), None, None)]))',
    ],
    [
      "f'{ {1: 2}[1] }'",
      'Expr(JoinedStr([FormattedValue(Subscript(Dict([Constant(1)], [Constant(2)]), ' +
        'Constant(1)), None, None)]))',
    ],
    [
      "f'{(lambda: 1)()}'",
      'Expr(JoinedStr([FormattedValue(Call(Lambda(arguments([], [], None, [], [], ' +
        'None, []), Constant(1)), [], []), None, None)]))',
    ],
    [
      "f'{x != y}'",
      'Expr(JoinedStr([FormattedValue(Compare(Name("x"), [NotEq()], [Name("y")]), ' +
        'None, None)]))',
    ],
    ["f'{a, b}'", 'Expr(JoinedStr([FormattedValue(Tuple([Name("a"), Name("b")]), None, None)]))'],
    [
      "f'{x:=5}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), None, JoinedStr([Constant("=5")]))]))',
    ],
    [
      "f'{(x:=5)}'",
      'Expr(JoinedStr([FormattedValue(NamedExpr(Name("x"), Constant(5)), None, None)]))',
    ],
    [
      "f'{*a, b}'",
      'Expr(JoinedStr([FormattedValue(Tuple([Starred(Name("a")), Name("b")]), None, ' + 'None)]))',
    ],
    ["f'{yield}'", 'Expr(JoinedStr([FormattedValue(Yield(None), None, None)]))'],
    ["f'''{\nx\n}'''", 'Expr(JoinedStr([FormattedValue(Name("x"), None, None)]))'],
    [
      "f'\\x41{x}\\n'",
      'Expr(JoinedStr([Constant("A"), FormattedValue(Name("x"), None, None), ' +
        'Constant("\\n")]))',
    ],
    [
      "rf'\\{x}\\d'",
      'Expr(JoinedStr([Constant("\\\\"), FormattedValue(Name("x"), None, None), ' +
        'Constant("\\\\d")]))',
    ],
    [
      "'a' f'{x}' 'b'",
      'Expr(JoinedStr([Constant("a"), FormattedValue(Name("x"), None, None), ' + 'Constant("b")]))',
    ],
    ["f'a' 'b'", 'Expr(JoinedStr([Constant("ab")]))'],
    ["f'\\'{x}'", 'Expr(JoinedStr([Constant("\'"), FormattedValue(Name("x"), None, None)]))'],
    [
      "f'{x:\\x41}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), None, JoinedStr([Constant("A")]))]))',
    ],
    [
      "f'{x!r}' f'{y}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), "r", None), ' +
        'FormattedValue(Name("y"), None, None)]))',
    ],
    ["f\"{'a' 'b'}\"", 'Expr(JoinedStr([FormattedValue(Constant("ab"), None, None)]))'],
    [
      "f'{x:{y!r}}'",
      'Expr(JoinedStr([FormattedValue(Name("x"), None, ' +
        'JoinedStr([FormattedValue(Name("y"), "r", None)]))]))',
    ],
    ["u'a'", 'Expr(Constant("a"))'],
  ])('%j has the tree that CPython gives it', (source, shape) => {
    expect(shapeOf(source)).toBe(shape);
  });

  test.each([
    [
      '"\\xg"',
      "1:2 (unicode error) 'unicodeescape' codec can't decode bytes in position " +
        '0-1: truncated \\xXX escape',
    ],
    [
      '"\\u12"',
      "1:2 (unicode error) 'unicodeescape' codec can't decode bytes in position " +
        '0-3: truncated \\uXXXX escape',
    ],
    [
      '"\\U00110000"',
      "1:2 (unicode error) 'unicodeescape' codec can't decode bytes in position " +
        '0-9: illegal Unicode character',
    ],
    [
      '"é\\xg"',
      "1:2 (unicode error) 'unicodeescape' codec can't decode bytes in position " +
        '10-11: truncated \\xXX escape',
    ],
    ['f"{}"', "1:4 f-string: valid expression required before '}'"],
    ['f"{a!x}"', "1:6 f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"],
    ['f"{a!}"', '1:6 f-string: missing conversion character'],
    ['f"{a! r}"', '1:7 f-string: conversion type must come right after the exclamation mark'],
    ['f"{a"', "1:5 f-string: expecting '}'"],
    ['f"}"', "1:3 f-string: single '}' is not allowed"],
    ['f"{lambda x: 1}"', '1:4 f-string: lambda expressions are not allowed without parentheses'],
    ['f"{!r}"', "1:4 f-string: valid expression required before '!'"],
    ['f"{=}"', "1:4 f-string: valid expression required before '='"],
    ['f"{a!r b}"', "1:8 f-string: expecting ':' or '}'"],
    ['f"{*a}"', "1:4 can't use starred expression here"],
    ['f"{a:{b:{c:{d}}}}"', '1:12 f-string: expressions nested too deeply'],
    ['"a" b"b"', '1:1 cannot mix bytes and nonbytes literals'],
    ['f"{x}" b"b"', '1:1 cannot mix bytes and nonbytes literals'],
    ['b"é"', '1:3 bytes can only contain ASCII literal characters'],
    ["b'ab\\x1'", '1:3 (value error) invalid \\x escape at position 2'],
    ['x = "abc', '1:5 unterminated string literal (detected at line 1)'],
    ['x = """abc', '1:5 unterminated triple-quoted string literal (detected at line 1)'],
    ['x = f"abc', '1:5 unterminated f-string literal (detected at line 1)'],
    ["x = f'''abc", '1:5 unterminated triple-quoted f-string literal (detected at line 1)'],
    ['f"{a b}"', '1:6 invalid syntax. Perhaps you forgot a comma?'],
    ['f"{a)}"', "1:5 f-string: unmatched ')'"],
    ['f"{a[}"', "1:6 closing parenthesis '}' does not match opening parenthesis '['"],
    ["f'{a'", "1:5 f-string: expecting '}'"],
  ])('%j is refused in the words of CPython', (source, message) => {
    expect(mistakesOf(source)).toEqual([message]);
  });
});
