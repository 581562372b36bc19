// Atoms, and the attributes, calls and subscripts that follow them (language reference 6.2, 6.3).
// A chain of these is read in a loop: its length costs no stack.

import type { Cursor } from './cursor.ts';
import { parseCallArguments } from './parse-call.ts';
import { parseBraces, parseList, parseParentheses } from './parse-display.ts';
import { numberValue } from './parse-literal.ts';
import { parseStrings } from './parse-string.ts';
import type { Constant, Expression } from './tree.ts';

/** An atom with whatever follows it. */
export function parsePrimary(cursor: Cursor): Expression {
  const { start } = cursor;
  let value = atom(cursor);
  for (;;) {
    if (cursor.is('.')) {
      cursor.at++;
      const nameSpan = cursor.tokenSpan();
      const name = cursor.expectName("a name after '.'");
      value = { kind: 'Attribute', value, name, nameSpan, span: cursor.spanFrom(start) };
    } else if (cursor.is('(')) {
      const { args, keywords } = parseCallArguments(cursor);
      value = { kind: 'Call', callee: value, args, keywords, span: cursor.spanFrom(start) };
    } else if (cursor.is('[')) {
      cursor.at++;
      const index = subscripts(cursor);
      if (!cursor.accept(']')) expectSeparator(cursor, "']'");
      value = { kind: 'Subscript', value, index, span: cursor.spanFrom(start) };
    } else {
      return value;
    }
  }
}

function expectSeparator(cursor: Cursor, closer: string): never {
  if (cursor.startsExpression()) cursor.fail('invalid syntax. Perhaps you forgot a comma?');
  return cursor.unexpected(`',' or ${closer}`);
}

function atom(cursor: Cursor): Expression {
  const { kind, start } = cursor;
  if (kind === 'name') {
    const id = cursor.text;
    cursor.at++;
    return { kind: 'Name', id, span: cursor.spanFrom(start) };
  }
  if (kind === 'number') return number(cursor);
  if (kind === 'string' || kind === 'fstringStart') return parseStrings(cursor);
  switch (cursor.text) {
    case '(':
      return parseParentheses(cursor);
    case '[':
      return parseList(cursor);
    case '{':
      return parseBraces(cursor);
    case 'True':
      return constant(cursor, 'bool', true);
    case 'False':
      return constant(cursor, 'bool', false);
    case 'None':
      return constant(cursor, 'None', null);
    case '...':
      return constant(cursor, 'Ellipsis', null);
    case '*':
      return cursor.fail('cannot use starred expression here');
    default:
      return cursor.unexpected('an expression');
  }
}

function constant(
  cursor: Cursor,
  type: 'bool' | 'None' | 'Ellipsis',
  value: boolean | null,
): Constant {
  const span = cursor.tokenSpan();
  cursor.at++;
  return { kind: 'Constant', type, value, span };
}

/** A number literal; the current token is the number. */
export function number(cursor: Cursor): Constant {
  const span = cursor.tokenSpan();
  const literal = numberValue(cursor.source.text.slice(cursor.start, cursor.end));
  cursor.at++;
  if (literal.type === 'error') {
    cursor.mistake(literal.message, span, undefined, 'limit');
    return { kind: 'Constant', type: 'int', value: 0, span };
  }
  if (literal.type === 'int') return { kind: 'Constant', type: 'int', value: literal.value, span };
  if (literal.type === 'imaginary') cursor.unsupported('complex numbers are not supported', span);
  return { kind: 'Constant', type: 'float', value: literal.value, span };
}

/** What stands between the brackets of a subscript: a lone `*x` makes a tuple here too. */
function subscripts(cursor: Cursor): Expression {
  const { start } = cursor;
  const first = subscript(cursor);
  if (!cursor.is(',') && first.kind !== 'Starred') return first;
  const elements = [first];
  while (cursor.accept(',')) {
    if (cursor.is(']')) break;
    elements.push(subscript(cursor));
  }
  return { kind: 'Tuple', elements, span: cursor.spanFrom(start) };
}

function subscript(cursor: Cursor): Expression {
  const { start } = cursor;
  if (cursor.accept('*')) {
    const value = cursor.grammar.operand(cursor);
    return { kind: 'Starred', value, span: cursor.spanFrom(start) };
  }
  const lower = cursor.is(':') ? null : cursor.grammar.namedExpression(cursor);
  if (!cursor.is(':')) {
    if (lower === null) cursor.unexpected('an index');
    return lower;
  }
  cursor.at++;
  const upper = bound(cursor);
  const step = cursor.accept(':') ? bound(cursor) : null;
  return { kind: 'Slice', lower, upper, step, span: cursor.spanFrom(start) };
}

function bound(cursor: Cursor): Expression | null {
  if (cursor.is(':') || cursor.is(',') || cursor.is(']')) return null;
  return cursor.grammar.expression(cursor);
}
