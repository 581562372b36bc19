// The headers of compound statements (language reference 8), without colon and block, so that
// scenario files, which write headers as keys of a mapping, read them with the same code.

import type { Span } from '../base/span.ts';
import type { Cursor } from './cursor.ts';
import type { Clause, Header } from './header.ts';
import { parseCallArguments } from './parse-call.ts';
import { parseLoopTarget } from './parse-display.ts';
import { parseParameters } from './parse-parameters.ts';
import { parsePattern } from './parse-pattern.ts';
import { checkTarget, expressionName } from './parse-target.ts';
import { parseTypeParameters } from './parse-type-parameters.ts';
import type { Expression, WithItem } from './tree.ts';

const headerWords: ReadonlySet<string> = new Set([
  ...['if', 'elif', 'else', 'for', 'while', 'try', 'except', 'finally', 'with', 'async'],
  ...['def', 'class'],
]);

/** Whether a header starts with this keyword; `match` and `case` are told by their lines. */
export function startsHeader(cursor: Cursor): boolean {
  return cursor.kind === 'keyword' && headerWords.has(cursor.text);
}

/**
 * The header at the current token, up to its colon or line end, which is left.
 * @param isSoft whether `match` and `case` are keywords here.
 */
export function parseHeader(cursor: Cursor, isSoft: boolean): Header {
  const { start, text } = cursor;
  const spanned = (): Span => cursor.spanFrom(start);
  switch (text) {
    case 'async':
      return asyncHeader(cursor);
    case 'def':
      return definition(cursor, start, false);
    case 'class':
      return classHeader(cursor);
    case 'for':
      return forHeader(cursor, start, false);
    case 'with':
      return withHeader(cursor, start, false);
    case 'except':
      return exceptHeader(cursor);
  }
  cursor.at++;
  switch (text) {
    case 'if':
    case 'while': {
      const test = cursor.grammar.namedExpression(cursor);
      const kind = text === 'if' ? 'If' : 'While';
      return { kind, test, body: [], orelse: [], span: spanned() };
    }
    case 'elif':
      return { kind: 'elif', test: cursor.grammar.namedExpression(cursor), span: spanned() };
    case 'else':
    case 'finally':
      return { kind: text, span: spanned() };
    case 'try': {
      const blocks = { body: [], handlers: [], orelse: [], finalbody: [] };
      return { kind: 'Try', isStar: false, ...blocks, span: spanned() };
    }
  }
  if (isSoft && text === 'match') {
    return { kind: 'Match', subject: matchSubject(cursor), cases: [], span: spanned() };
  }
  if (isSoft && text === 'case') return caseClause(cursor, start);
  cursor.at--;
  const isCall = cursor.isKind('name') && cursor.nextIs('(');
  const hint = isCall ? `a function begins with def or async def: async def ${text}(…)` : undefined;
  return cursor.unexpected('the header of a compound statement', hint);
}

function asyncHeader(cursor: Cursor): Header {
  const { start } = cursor;
  cursor.at++;
  if (cursor.is('def')) return definition(cursor, start, true);
  if (cursor.is('for')) return forHeader(cursor, start, true);
  if (cursor.is('with')) return withHeader(cursor, start, true);
  const hint = cursor.is('=')
    ? "'async' is a word of Python itself: choose another name"
    : cursor.isKind('name') && cursor.nextIs('(')
      ? `write async def ${cursor.text}(…)`
      : undefined;
  return cursor.unexpected("'def', 'for' or 'with' after 'async'", hint);
}

function definition(cursor: Cursor, start: number, isAsync: boolean): Header {
  cursor.at++;
  const nameSpan = cursor.tokenSpan();
  const name = cursor.expectName('the name of the function');
  const typeParameters = parseTypeParameters(cursor);
  if (!cursor.is('(')) {
    cursor.fail("expected '('", undefined, `a function has parentheses: def ${name}()`);
  }
  cursor.at++;
  const parameters = parseParameters(cursor, 'function');
  cursor.expect(')');
  const returns = cursor.accept('->') ? cursor.grammar.expression(cursor) : null;
  return {
    kind: 'FunctionDef',
    ...{ name, nameSpan, isAsync },
    ...(typeParameters === null ? {} : { typeParameters }),
    parameters: { ...parameters, returns },
    ...{ body: [], decorators: [] },
    span: cursor.spanFrom(start),
  };
}

function classHeader(cursor: Cursor): Header {
  const { start } = cursor;
  cursor.at++;
  const nameSpan = cursor.tokenSpan();
  if (cursor.is('=')) {
    const hint = "'class' is a word of Python itself: choose another name";
    cursor.unexpected('the name of the class', hint);
  }
  const name = cursor.expectName('the name of the class');
  const typeParameters = parseTypeParameters(cursor);
  const { args, keywords } = cursor.is('(')
    ? parseCallArguments(cursor)
    : { args: [], keywords: [] };
  return {
    kind: 'ClassDef',
    ...{ name, nameSpan, bases: args, keywords, body: [], decorators: [] },
    ...(typeParameters === null ? {} : { typeParameters }),
    span: cursor.spanFrom(start),
  };
}

/** The index of the bracket that closes the one at an index, or of the last token. */
function matchingBracket(cursor: Cursor, open: number): number {
  const { texts, kinds } = cursor.tokens;
  let depth = 0;
  for (let index = open; ; index++) {
    const text = texts[index];
    if (text === '(' || text === '[' || text === '{') depth++;
    else if ((text === ')' || text === ']' || text === '}') && --depth === 0) return index;
    if (kinds[index] === 'end' || kinds[index] === 'newline') return index - 1;
  }
}

function forHeader(cursor: Cursor, start: number, isAsync: boolean): Header {
  cursor.at++;
  const target = parseLoopTarget(cursor);
  if (!cursor.accept('in')) cursor.unexpected("'in'");
  const iterable = cursor.grammar.starExpressions(cursor);
  if (iterable.kind === 'Starred') {
    cursor.mistake("can't use starred expression here", iterable.span);
  }
  const span = cursor.spanFrom(start);
  return { kind: 'For', isAsync, target, iterable, body: [], orelse: [], span };
}

function withHeader(cursor: Cursor, start: number, isAsync: boolean): Header {
  cursor.at++;
  const isBracketed = cursor.is('(') && holdsItems(cursor);
  if (isBracketed) cursor.at++;
  const items: WithItem[] = [];
  do {
    if (isBracketed && cursor.is(')') && items.length > 0) break;
    items.push(withItem(cursor));
  } while (cursor.accept(','));
  if (isBracketed && !cursor.accept(')')) {
    if (cursor.startsExpression()) cursor.fail('invalid syntax. Perhaps you forgot a comma?');
    cursor.unexpected("',' or ')'");
  }
  return { kind: 'With', isAsync, items, body: [], span: cursor.spanFrom(start) };
}

function withItem(cursor: Cursor): WithItem {
  const context = cursor.grammar.expression(cursor);
  if (!cursor.accept('as')) return { context, target: null };
  const { start } = cursor;
  let target: Expression;
  if (cursor.accept('*')) {
    const value = cursor.grammar.operand(cursor);
    target = { kind: 'Starred', value, span: cursor.spanFrom(start) };
  } else target = cursor.grammar.operand(cursor);
  checkTarget(cursor, target);
  return { context, target };
}

/**
 * Whether the parentheses after `with` hold items: they are all of the header, and what is in them
 * is not one expression that only parentheses make valid (yield, walrus, generator, star).
 */
function holdsItems(cursor: Cursor): boolean {
  const { texts, kinds } = cursor.tokens;
  const close = matchingBracket(cursor, cursor.at);
  const after = close + 1;
  const isWhole = texts[after] === ':' || kinds[after] === 'newline' || kinds[after] === 'end';
  if (!isWhole || close === cursor.at + 1) return false;
  let depth = 0;
  for (let index = cursor.at; index < close; index++) {
    const text = texts[index];
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
    if (depth !== 1) continue;
    if (text === 'as') return true;
    if (text === 'yield' || text === ':=' || text === 'for') return false;
    const isFirst = texts[index - 1] === '(' || texts[index - 1] === ',';
    if (text === '*' && isFirst) return false;
  }
  return true;
}

function exceptHeader(cursor: Cursor): Clause {
  const { start } = cursor;
  cursor.at++;
  const isStar = cursor.accept('*');
  let type: Expression | null = null;
  if (cursor.startsExpression()) {
    const typeStart = cursor.start;
    type = cursor.grammar.expression(cursor);
    const elements = [type];
    while (cursor.accept(',')) {
      if (!cursor.startsExpression()) break;
      elements.push(cursor.grammar.expression(cursor));
    }
    if (cursor.tokens.texts[cursor.at - 1] === ',' || elements.length > 1) {
      type = { kind: 'Tuple', elements, span: cursor.spanFrom(typeStart) };
      if (cursor.is('as')) {
        const message = "multiple exception types must be parenthesized when using 'as'";
        cursor.fail(message, type.span);
      }
    }
  } else if (isStar) cursor.fail('expected one or more exception types');
  const name = type !== null && cursor.accept('as') ? handlerName(cursor) : null;
  return { kind: 'except', isStar, type, name, span: cursor.spanFrom(start) };
}

function handlerName(cursor: Cursor): string {
  const target = cursor.grammar.primary(cursor);
  if (target.kind === 'Name') return target.id;
  const message = `cannot use except statement with ${expressionName(target)}`;
  return cursor.fail(message, target.span);
}

function matchSubject(cursor: Cursor): Expression {
  const { start } = cursor;
  const first = subjectPart(cursor);
  if (!cursor.is(',')) {
    if (first.kind === 'Starred') cursor.fail("can't use starred expression here", first.span);
    return first;
  }
  const elements = [first];
  while (cursor.accept(',')) {
    if (!cursor.startsExpression() && !cursor.is('*')) break;
    elements.push(subjectPart(cursor));
  }
  return { kind: 'Tuple', elements, span: cursor.spanFrom(start) };
}

function subjectPart(cursor: Cursor): Expression {
  const { start } = cursor;
  if (!cursor.accept('*')) return cursor.grammar.namedExpression(cursor);
  const value = cursor.grammar.operand(cursor);
  return { kind: 'Starred', value, span: cursor.spanFrom(start) };
}

function caseClause(cursor: Cursor, start: number): Clause {
  const pattern = parsePattern(cursor);
  const guard = cursor.accept('if') ? cursor.grammar.namedExpression(cursor) : null;
  return { kind: 'case', pattern, guard, span: cursor.spanFrom(start) };
}
