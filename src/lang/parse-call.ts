// The arguments of a call or of a class definition (language reference 6.3.4), and the rules of
// their order, with CPython's messages.

import type { Cursor } from './cursor.ts';
import { parseComprehension, startsComprehension } from './parse-display.ts';
import { expressionName } from './parse-target.ts';
import type { Expression, Keyword } from './tree.ts';

export interface CallArguments {
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

interface Reading {
  readonly args: Expression[];
  readonly keywords: Keyword[];
  readonly names: Set<string>;
  /** Whether a `**value` has been read. */
  hasUnpacking: boolean;
}

const assignmentMessage = 'expression cannot contain assignment, perhaps you meant "=="?';

/** The arguments in parentheses; the current token is `(`. */
export function parseCallArguments(cursor: Cursor): CallArguments {
  cursor.at++;
  const reading: Reading = { args: [], keywords: [], names: new Set(), hasUnpacking: false };
  while (!cursor.accept(')')) {
    argument(cursor, reading);
    if (cursor.accept(')')) break;
    if (!cursor.is(',')) {
      if (cursor.startsExpression()) cursor.fail('invalid syntax. Perhaps you forgot a comma?');
      cursor.unexpected("',' or ')'");
    }
    cursor.at++;
  }
  return { args: reading.args, keywords: reading.keywords };
}

function argument(cursor: Cursor, reading: Reading): void {
  const { start } = cursor;
  if (cursor.accept('**')) {
    const value = cursor.grammar.expression(cursor);
    reading.hasUnpacking = true;
    reading.keywords.push({ name: null, value, span: cursor.spanFrom(start) });
  } else if (cursor.accept('*')) {
    const value = cursor.grammar.expression(cursor);
    const span = cursor.spanFrom(start);
    if (reading.hasUnpacking) {
      cursor.mistake('iterable argument unpacking follows keyword argument unpacking', span);
    }
    reading.args.push({ kind: 'Starred', value, span });
  } else if (cursor.nextIs('=')) {
    keywordArgument(cursor, reading);
  } else {
    reading.args.push(positional(cursor, reading));
  }
}

/** `name=value`; the current token stands before the sign. */
function keywordArgument(cursor: Cursor, reading: Reading): void {
  const { kind, text: name, start } = cursor;
  cursor.at += 2;
  if (kind !== 'name') {
    const isConstant = name === 'None' || name === 'True' || name === 'False';
    const message = isConstant ? `cannot assign to ${name}` : assignmentMessage;
    cursor.mistake(message, cursor.spanFrom(start));
  }
  if (cursor.is(',') || cursor.is(')')) {
    cursor.fail('expected argument value expression', cursor.spanFrom(start));
  }
  const value = cursor.grammar.expression(cursor);
  if (startsComprehension(cursor)) {
    const advice = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    cursor.fail(advice, cursor.spanFrom(start));
  }
  if (kind !== 'name') return;
  const span = cursor.spanFrom(start);
  if (reading.names.has(name)) cursor.mistake(`keyword argument repeated: ${name}`, span);
  reading.names.add(name);
  reading.keywords.push({ name, value, span });
}

function positional(cursor: Cursor, reading: Reading): Expression {
  const { start } = cursor;
  const open = cursor.tokens.starts[cursor.at - 1];
  const { grammar } = cursor;
  const first = cursor.nextIs(':=') ? grammar.namedExpression(cursor) : grammar.expression(cursor);
  if (startsComprehension(cursor)) return generator(cursor, reading, first, start, open);
  if (cursor.is('=')) {
    const name = expressionName(first);
    const isConstant = first.kind === 'Constant' && name !== 'literal';
    cursor.fail(isConstant ? `cannot assign to ${name}` : assignmentMessage, first.span);
  }
  if (reading.keywords.length > 0) {
    const what = reading.hasUnpacking ? 'keyword argument unpacking' : 'keyword argument';
    cursor.mistake(`positional argument follows ${what}`, cursor.spanFrom(start));
  }
  return first;
}

/** A generator expression without parentheses, which only a lone argument may be. */
function generator(
  cursor: Cursor,
  reading: Reading,
  element: Expression,
  start: number,
  open: number,
): Expression {
  const generators = parseComprehension(cursor);
  if (reading.args.length + reading.keywords.length > 0 || !cursor.is(')')) {
    const span = cursor.spanFrom(start);
    cursor.mistake('Generator expression must be parenthesized', span);
    return { kind: 'GeneratorExp', element, generators, span };
  }
  // The call's own parentheses are the generator expression's, as in CPython.
  const close = cursor.tokenSpan();
  const span = { ...cursor.position(open), endLine: close.endLine, endColumn: close.endColumn };
  return { kind: 'GeneratorExp', element, generators, span };
}
