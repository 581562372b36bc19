// The spec of parse.ts: recovery, pieces of scenario files, and what is not supported.

import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { excerpt, SourceFile } from '../../src/base/source-text.ts';
import { isClause } from '../../src/lang/header.ts';
import { parseExpression, parseHeader, parseModule, parseStatement } from '../../src/lang/parse.ts';
import { expression, lineOf, mistakesOf, shapeOf, statement } from './shape.ts';

describe('parseModule', () => {
  test('every broken statement is reported, and only once', () => {
    const text = [
      'x = (1, 2',
      'def f(a, a):',
      '    return 1 +',
      '',
      'if x',
      '    y = 1 2',
      'elif z = 3:',
      '    "abc',
      'else:',
      '    del f()',
      'for i in range(3):',
      'print "hello"',
    ].join('\n');
    expect(mistakesOf(text)).toEqual([
      "1:5 '(' was never closed",
      "2:10 duplicate argument 'a' in function definition",
      '3:15 invalid syntax: expected an expression, found end of line',
      "5:5 expected ':'",
      '6:11 invalid syntax: unexpected number',
      "7:8 invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
      '8:5 unterminated string literal (detected at line 8)',
      '10:9 cannot delete function call',
      "12:1 expected an indented block after 'for' statement on line 11",
      "12:1 Missing parentheses in call to 'print'. Did you mean print(...)?",
    ]);
  });

  test('what is left of a broken program is returned', () => {
    const module = parseModule(new SourceFile('a = 1\nb = = 2\nc = 3\n'), () => undefined);
    expect(module.body.map(statement)).toEqual([shapeOf('a = 1'), shapeOf('c = 3')]);
  });

  test('a broken line keeps its block to itself', () => {
    expect(mistakesOf('fro x in y:\n    a b\nc')).toEqual([
      "1:1 invalid syntax. Did you mean 'for'?",
      "2:7 invalid syntax: unexpected name 'b'",
    ]);
    expect(mistakesOf('if = 3:\n    a\nelse:\n    b\n')).toEqual([
      "1:4 invalid syntax: expected an expression, found '='",
    ]);
  });

  test('a flood of mistakes is cut', () => {
    const mistakes = mistakesOf(')\n'.repeat(3000));
    expect(mistakes.length).toBe(1001);
    expect(mistakes[1000]).toBe('1000:1 2000 more diagnostics are left out');
  });

  test.each([
    ['x = 1j', '1:5 complex numbers are not supported'],
    ['x = t"a{b}"', '1:5 template strings are not supported'],
    ["x = '\\N{DASH}'", '1:6 the escape \\N{…} is not supported'],
    ["x = '\\ud83d' '\\ude00'", '1:15 a pair of surrogate escapes is not supported'],
    ['match x:\n case 1+2j: pass', '2:9 complex numbers are not supported'],
  ])('%j is not supported', (source, message) => {
    const found: Diagnostic[] = [];
    parseModule(new SourceFile(source), (one) => found.push(one));
    expect(found.map(lineOf)).toEqual([message]);
    expect(found[0].code).toBe('unsupported');
  });

  test('an escape that Python takes as it is is warned about', () => {
    const advice =
      'Such sequences will not work in the future. Did you mean "\\\\d"? ' +
      'A raw string is also an option.';
    expect(mistakesOf('x = "a\\d"')).toEqual([
      `1:7 "\\d" is an invalid escape sequence. ${advice}`,
    ]);
    expect(shapeOf('"a\\d"')).toBe('Expr(Constant("a\\\\d"))');
  });

  test('places count code points and every kind of line break', () => {
    expect(mistakesOf('"😀" $\r\n"é" $\r$')).toEqual([
      "1:5 invalid syntax: '$' is no part of Python",
      "2:5 invalid syntax: '$' is no part of Python",
      "3:1 invalid syntax: '$' is no part of Python",
    ]);
  });
});

describe('pieces', () => {
  const read = <Result>(
    parse: (source: SourceFile, report: (one: Diagnostic) => void) => Result,
    text: string,
  ): [Result, string[]] => {
    const found: Diagnostic[] = [];
    const result = parse(new SourceFile(text), (one) => found.push(one));
    return [result, found.map(lineOf)];
  };

  test('a simple statement, blank space around it or not', () => {
    const [result, mistakes] = read(parseStatement, '  x += await f()\n');
    expect([result === null ? null : statement(result), mistakes]).toEqual([
      'AugAssign(Name("x"), Add(), Await(Call(Name("f"), [], [])))',
      [],
    ]);
  });

  test.each([
    ['if x: y', "1:1 expected a simple statement, found 'if'"],
    ['a; b', "1:2 invalid syntax: unexpected ';'"],
    ['a\nb', "2:1 invalid syntax: unexpected name 'b'"],
    ['', '1:1 invalid syntax: expected an expression, found end of text'],
    ['x = (', "1:5 '(' was never closed"],
    ['match x:', "1:1 expected a simple statement, found name 'match'"],
  ])('%j is no simple statement', (text, message) => {
    expect(read(parseStatement, text)).toEqual([null, [message]]);
  });

  test('an expression', () => {
    const [result, mistakes] = read(parseExpression, ' k * 2, 1 ');
    expect(mistakes).toEqual([]);
    expect(expression(result!)).toBe('Tuple([BinOp(Name("k"), Mult(), Constant(2)), Constant(1)])');
  });

  test.each([
    ['x = 1', "1:3 invalid syntax: expected an expression, found '='"],
    ['*a', "1:1 can't use starred expression here"],
    ['return', "1:1 invalid syntax: expected an expression, found 'return'"],
    ['a b', "1:3 invalid syntax: unexpected name 'b'"],
  ])('%j is no expression', (text, message) => {
    expect(read(parseExpression, text)).toEqual([null, [message]]);
  });

  test.each([
    ['async with slots', 'With'],
    ['with (a as b, c)', 'With'],
    ['async for x in y', 'For'],
    ['while x := f()', 'While'],
    ['if x > {1: 2}[1]', 'If'],
    ['try', 'Try'],
    ['async def f(a, *, b: int = 2) -> int', 'FunctionDef'],
    ['class A(B)', 'ClassDef'],
    ['match x, y', 'Match'],
    ['elif x', 'elif'],
    ['else', 'else'],
    ['except* (A, B) as e', 'except'],
    ['finally', 'finally'],
    ['case [a, *_] if a', 'case'],
  ])('the header %j is a %s', (text, kind) => {
    const [header, mistakes] = read(parseHeader, text);
    expect([header?.kind, mistakes]).toEqual([kind, []]);
    expect(isClause(header!)).toBe(kind === kind.toLowerCase());
  });

  test.each([
    ['if x:', "1:5 invalid syntax: unexpected ':'"],
    ['x = 1', "1:1 invalid syntax: unexpected name 'x'"],
    ['for x', "1:6 invalid syntax: expected 'in', found end of line"],
    ['else x', "1:6 invalid syntax: unexpected name 'x'"],
  ])('%j is no header', (text, message) => {
    const [header, mistakes] = read(parseHeader, text);
    expect(header).toBe(null);
    expect(mistakes.length).toBe(1);
    expect(mistakes[0].startsWith(message.slice(0, message.indexOf(' ')))).toBe(true);
  });

  test('places are those of the file that the piece stands in', () => {
    const file = new SourceFile('main:\n  - x = = 1\n');
    const found: Diagnostic[] = [];
    parseStatement(
      excerpt('x = = 1', file, (offset) => offset + 10),
      (one) => found.push(one),
    );
    expect(found.map(lineOf)).toEqual(["2:9 invalid syntax: expected an expression, found '='"]);
  });
});
