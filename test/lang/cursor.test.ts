// The spec of cursor.ts.

import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { Cursor, expressionDepthLimit, ParseFailure } from '../../src/lang/cursor.ts';
import { grammar } from '../../src/lang/parse-expression.ts';
import { tokenize } from '../../src/lang/tokenize.ts';
import { lineOf } from './shape.ts';

function cursorOn(text: string): { cursor: Cursor; found: Diagnostic[] } {
  const source = new SourceFile(text);
  const found: Diagnostic[] = [];
  const add = (one: Diagnostic): number => found.push(one);
  return { cursor: new Cursor(source, tokenize(source, add), grammar, add), found };
}

describe('Cursor', () => {
  test('takes tokens one by one', () => {
    const { cursor } = cursorOn('if x: 1');
    expect([cursor.kind, cursor.text, cursor.nextIs('x')]).toEqual(['keyword', 'if', true]);
    expect([cursor.accept('else'), cursor.accept('if')]).toEqual([false, true]);
    expect(cursor.expectName('a name')).toBe('x');
    cursor.expect(':');
    expect([cursor.kind, cursor.text, cursor.startsExpression()]).toEqual(['number', '', true]);
    expect(cursor.spanFrom(0)).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 6 });
  });

  test('gives up after one report', () => {
    const { cursor, found } = cursorOn('x y');
    expect(() => cursor.expect(':')).toThrow(ParseFailure);
    expect(found.map(lineOf)).toEqual(["1:1 expected ':'"]);
  });

  test('a mistake that the tokenizer has reported is not reported again', () => {
    const { cursor, found } = cursorOn('?');
    expect(() => cursor.unexpected('an expression')).toThrow(ParseFailure);
    expect(found.length).toBe(1);
  });

  test('a mistake behind a bracket that is never closed is that bracket', () => {
    const { cursor, found } = cursorOn('(a b');
    cursor.at = 2;
    expect(() => cursor.unexpected()).toThrow(ParseFailure);
    expect(found.map(lineOf)).toEqual(["1:1 '(' was never closed"]);
  });

  test('the end of a line is one column wide', () => {
    const { cursor, found } = cursorOn('if x\n');
    cursor.at = 2;
    expect(() => cursor.expect(':')).toThrow(ParseFailure);
    expect(found[0].span).toEqual({ line: 1, column: 5, endLine: 1, endColumn: 6 });
  });

  test('counts the levels of an expression', () => {
    const { cursor, found } = cursorOn('x');
    for (let level = 0; level <= expressionDepthLimit; level++) cursor.enter();
    expect(() => cursor.enter()).toThrow(ParseFailure);
    expect(found.map(({ code }) => code)).toEqual(['nesting']);
    cursor.resetDepth();
    cursor.enter();
    expect(found.length).toBe(1);
  });
});
