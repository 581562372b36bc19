// What stands in brackets: groups, tuples, lists, dictionaries, sets and their comprehensions
// (language reference 6.2.3 to 6.2.9).

import type { Cursor } from './cursor.ts';
import { checkTarget } from './parse-target.ts';
import type { Comprehension, Expression } from './tree.ts';

/** A group, a tuple or a generator expression; the current token is `(`. */
export function parseParentheses(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.at++;
  if (cursor.accept(')')) return { kind: 'Tuple', elements: [], span: cursor.spanFrom(start) };
  if (cursor.is('yield')) {
    const value = cursor.grammar.yieldOrStarExpressions(cursor);
    close(cursor, ')');
    return value;
  }
  const first = element(cursor);
  if (startsComprehension(cursor)) {
    const generators = comprehensionOf(cursor, first);
    close(cursor, ')');
    return { kind: 'GeneratorExp', element: first, generators, span: cursor.spanFrom(start) };
  }
  if (cursor.is(',')) {
    const elements = rest(cursor, first, ')');
    return { kind: 'Tuple', elements, span: cursor.spanFrom(start) };
  }
  if (first.kind === 'Starred') {
    cursor.fail('cannot use starred expression here', first.span);
  }
  close(cursor, ')');
  return first;
}

/** A list or a list comprehension; the current token is `[`. */
export function parseList(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.at++;
  if (cursor.accept(']')) return { kind: 'List', elements: [], span: cursor.spanFrom(start) };
  const first = element(cursor);
  if (startsComprehension(cursor)) {
    const generators = comprehensionOf(cursor, first);
    close(cursor, ']');
    return { kind: 'ListComp', element: first, generators, span: cursor.spanFrom(start) };
  }
  const elements = rest(cursor, first, ']');
  return { kind: 'List', elements, span: cursor.spanFrom(start) };
}

/** A dictionary, a set or their comprehension; the current token is `{`. */
export function parseBraces(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.at++;
  if (cursor.accept('}')) {
    return { kind: 'Dict', keys: [], values: [], span: cursor.spanFrom(start) };
  }
  if (cursor.is('**')) return dictionary(cursor, start, null);
  const first = element(cursor);
  if (cursor.is(':') && first.kind !== 'Starred') return dictionary(cursor, start, first);
  if (startsComprehension(cursor)) {
    const generators = comprehensionOf(cursor, first);
    close(cursor, '}');
    return { kind: 'SetComp', element: first, generators, span: cursor.spanFrom(start) };
  }
  const elements = rest(cursor, first, '}');
  return { kind: 'Set', elements, span: cursor.spanFrom(start) };
}

function dictionary(cursor: Cursor, start: number, firstKey: Expression | null): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  let key = firstKey;
  for (;;) {
    if (key === null && cursor.accept('**')) {
      const unpacked = cursor.at - 1;
      keys.push(null);
      values.push(cursor.grammar.operand(cursor));
      if (startsComprehension(cursor)) {
        const message = 'dict unpacking cannot be used in dict comprehension';
        cursor.fail(message, cursor.tokenSpan(unpacked));
      }
    } else {
      key ??= cursor.grammar.expression(cursor);
      keys.push(key);
      values.push(valueOfKey(cursor));
      if (values.length === 1 && startsComprehension(cursor)) {
        return dictionaryComprehension(cursor, start, key, values[0]);
      }
    }
    key = null;
    if (cursor.accept('}')) break;
    if (!cursor.is(',')) missingComma(cursor, '}');
    cursor.at++;
    if (cursor.accept('}')) break;
  }
  return { kind: 'Dict', keys, values, span: cursor.spanFrom(start) };
}

function valueOfKey(cursor: Cursor): Expression {
  if (!cursor.is(':')) cursor.fail("':' expected after dictionary key");
  cursor.at++;
  if (cursor.is('}') || cursor.is(',')) {
    cursor.fail("expression expected after dictionary key and ':'");
  }
  if (cursor.is('*')) cursor.fail('cannot use a starred expression in a dictionary value');
  return cursor.grammar.expression(cursor);
}

function dictionaryComprehension(
  cursor: Cursor,
  start: number,
  key: Expression,
  value: Expression,
): Expression {
  const generators = parseComprehension(cursor);
  close(cursor, '}');
  return { kind: 'DictComp', key, value, generators, span: cursor.spanFrom(start) };
}

/** `*x`, or a value with or without a name. */
function element(cursor: Cursor): Expression {
  if (!cursor.is('*')) return cursor.grammar.namedExpression(cursor);
  const { start } = cursor;
  cursor.at++;
  const value = cursor.grammar.operand(cursor);
  return { kind: 'Starred', value, span: cursor.spanFrom(start) };
}

/** The elements after the first one, up to and with the closing bracket. */
function rest(cursor: Cursor, first: Expression, closer: string): Expression[] {
  const elements = [first];
  while (!cursor.accept(closer)) {
    if (!cursor.is(',')) missingComma(cursor, closer);
    cursor.at++;
    if (cursor.accept(closer)) break;
    elements.push(element(cursor));
  }
  return elements;
}

function missingComma(cursor: Cursor, closer: string): never {
  if (startsComprehension(cursor)) {
    cursor.fail('did you forget parentheses around the comprehension target?');
  }
  if (cursor.startsExpression()) cursor.fail('invalid syntax. Perhaps you forgot a comma?');
  return cursor.unexpected(`',' or '${closer}'`);
}

function close(cursor: Cursor, closer: string): void {
  if (cursor.accept(closer)) return;
  if (cursor.is(',')) cursor.unexpected(`'${closer}'`);
  missingComma(cursor, closer);
}

/** Whether `for` or `async for` stands here. */
export function startsComprehension(cursor: Cursor): boolean {
  return cursor.is('for') || (cursor.is('async') && cursor.nextIs('for'));
}

function comprehensionOf(cursor: Cursor, first: Expression): Comprehension[] {
  if (first.kind === 'Starred') {
    cursor.fail('iterable unpacking cannot be used in comprehension', first.span);
  }
  return parseComprehension(cursor);
}

/** One or more `for … in … if …`; the current token is the first `for` or `async`. */
export function parseComprehension(cursor: Cursor): Comprehension[] {
  const generators: Comprehension[] = [];
  while (startsComprehension(cursor)) {
    const isAsync = cursor.accept('async');
    cursor.expect('for');
    const target = parseLoopTarget(cursor);
    if (!cursor.accept('in')) cursor.fail("'in' expected after for-loop variables");
    const iterable = cursor.grammar.disjunction(cursor);
    const conditions: Expression[] = [];
    while (cursor.accept('if')) conditions.push(cursor.grammar.disjunction(cursor));
    generators.push({ isAsync, target, iterable, conditions });
  }
  return generators;
}

/** The targets of `for`, up to the word `in`. */
export function parseLoopTarget(cursor: Cursor): Expression {
  const { start } = cursor;
  const first = loopTarget(cursor);
  let target = first;
  if (cursor.is(',')) {
    const elements = [first];
    while (cursor.accept(',')) {
      if (cursor.is('in')) break;
      elements.push(loopTarget(cursor));
    }
    target = { kind: 'Tuple', elements, span: cursor.spanFrom(start) };
  }
  checkTarget(cursor, target);
  return target;
}

function loopTarget(cursor: Cursor): Expression {
  const { start } = cursor;
  if (!cursor.accept('*')) return cursor.grammar.operand(cursor);
  const value = cursor.grammar.operand(cursor);
  return { kind: 'Starred', value, span: cursor.spanFrom(start) };
}
