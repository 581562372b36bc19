// Simple statements (language reference 7): one at a time, without the line end or semicolon.

import { join } from '../base/span.ts';
import type { Cursor } from './cursor.ts';
import {
  checkAnnotated,
  checkDeletion,
  checkSingleTarget,
  checkTarget,
  checkValue,
  expressionName,
} from './parse-target.ts';
import { parseTypeAlias } from './parse-type-parameters.ts';
import type { Alias, BinaryOperator, Expression, Statement } from './tree.ts';

const augmented = /^(?:[-+*/%@&|^]|\/\/|\*\*|<<|>>)=$/;

/** The simple statement at the current token. */
export function parseSimpleStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  switch (cursor.text) {
    case 'pass':
      return word(cursor, 'Pass');
    case 'break':
      return word(cursor, 'Break');
    case 'continue':
      return word(cursor, 'Continue');
    case 'return':
      return returnStatement(cursor);
    case 'raise':
      return raiseStatement(cursor);
    case 'assert':
      return assertStatement(cursor);
    case 'del':
      return deleteStatement(cursor);
    case 'import':
      return importStatement(cursor);
    case 'from':
      return importFrom(cursor);
    case 'global':
    case 'nonlocal':
      return scopeStatement(cursor);
    case 'type':
      if (cursor.tokens.kinds[cursor.at + 1] === 'name') return parseTypeAlias(cursor);
  }
  const first = cursor.grammar.yieldOrStarExpressions(cursor);
  return assignmentOrExpression(cursor, first, start);
}

function word(cursor: Cursor, kind: 'Pass' | 'Break' | 'Continue'): Statement {
  const span = cursor.tokenSpan();
  cursor.at++;
  return { kind, span };
}

function assignmentOrExpression(cursor: Cursor, first: Expression, start: number): Statement {
  if (cursor.is('=')) return assignment(cursor, first, start);
  if (cursor.is(':')) return annotated(cursor, first, start);
  if (cursor.kind === 'operator' && augmented.test(cursor.text)) {
    checkSingleTarget(cursor, first);
    const operator = cursor.text.slice(0, -1) as BinaryOperator;
    cursor.at++;
    const value = cursor.grammar.yieldOrStarExpressions(cursor);
    checkValue(cursor, value);
    return { kind: 'AugAssign', target: first, operator, value, span: cursor.spanFrom(start) };
  }
  checkValue(cursor, first);
  const isOldStatement = first.kind === 'Name' && (first.id === 'print' || first.id === 'exec');
  if (isOldStatement && cursor.startsExpression()) {
    const message = `Missing parentheses in call to '${first.id}'. Did you mean ${first.id}(...)?`;
    cursor.fail(message, join(first.span, cursor.tokenSpan()));
  }
  return { kind: 'Expr', value: first, span: cursor.spanFrom(start) };
}

function assignment(cursor: Cursor, first: Expression, start: number): Statement {
  const targets: Expression[] = [];
  let value = first;
  let valueStart = start;
  while (cursor.accept('=')) {
    const target = value;
    const isBareYield =
      (target.kind === 'Yield' || target.kind === 'YieldFrom') &&
      cursor.source.text[valueStart] !== '(';
    valueStart = cursor.start;
    value = cursor.grammar.yieldOrStarExpressions(cursor);
    if (isBareYield) {
      cursor.mistake('assignment to yield expression not possible', target.span);
    } else {
      checkTarget(cursor, target, targets.length === 0 && !cursor.is('='));
    }
    targets.push(target);
  }
  checkValue(cursor, value);
  return { kind: 'Assign', targets, value, span: cursor.spanFrom(start) };
}

function annotated(cursor: Cursor, target: Expression, start: number): Statement {
  checkAnnotated(cursor, target);
  cursor.at++;
  const annotation = cursor.grammar.expression(cursor);
  const value = cursor.accept('=') ? cursor.grammar.yieldOrStarExpressions(cursor) : null;
  checkValue(cursor, value);
  return { kind: 'AnnAssign', target, annotation, value, span: cursor.spanFrom(start) };
}

function returnStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  const hasValue = cursor.startsExpression() || cursor.is('*');
  const value = hasValue ? cursor.grammar.starExpressions(cursor) : null;
  checkValue(cursor, value);
  return { kind: 'Return', value, span: cursor.spanFrom(start) };
}

function raiseStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  const exception = cursor.startsExpression() ? cursor.grammar.expression(cursor) : null;
  let cause: Expression | null = null;
  if (cursor.is('from')) {
    if (exception === null) cursor.unexpected('an expression');
    cursor.at++;
    cause = cursor.grammar.expression(cursor);
  }
  return { kind: 'Raise', exception, cause, span: cursor.spanFrom(start) };
}

function assertStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  const test = cursor.grammar.expression(cursor);
  const message = cursor.accept(',') ? cursor.grammar.expression(cursor) : null;
  return { kind: 'Assert', test, message, span: cursor.spanFrom(start) };
}

function deleteStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  const targets: Expression[] = [];
  do {
    if (targets.length > 0 && !cursor.startsExpression()) break;
    targets.push(deletionTarget(cursor));
  } while (cursor.accept(','));
  for (const target of targets) checkDeletion(cursor, target);
  return { kind: 'Delete', targets, span: cursor.spanFrom(start) };
}

function deletionTarget(cursor: Cursor): Expression {
  const { start } = cursor;
  if (!cursor.accept('*')) return cursor.grammar.expression(cursor);
  const value = cursor.grammar.operand(cursor);
  return { kind: 'Starred', value, span: cursor.spanFrom(start) };
}

function scopeStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  const kind = cursor.is('global') ? 'Global' : 'Nonlocal';
  cursor.at++;
  const names = [cursor.expectName('a name')];
  while (cursor.accept(',')) names.push(cursor.expectName('a name'));
  return { kind, names, span: cursor.spanFrom(start) };
}

function importStatement(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  requireNames(cursor);
  const names: Alias[] = [];
  do {
    const from = cursor.start;
    const name = dottedName(cursor);
    const asname = cursor.accept('as') ? importTarget(cursor) : null;
    names.push({ name, asname, span: cursor.spanFrom(from) });
  } while (cursor.accept(','));
  return { kind: 'Import', names, span: cursor.spanFrom(start) };
}

function dottedName(cursor: Cursor): string {
  let name = cursor.expectName('the name of a module');
  while (cursor.accept('.')) name += `.${cursor.expectName("a name after '.'")}`;
  return name;
}

/** The name after `as`. */
function importTarget(cursor: Cursor): string {
  const target = cursor.grammar.primary(cursor);
  if (target.kind !== 'Name') {
    cursor.fail(`cannot use ${expressionName(target)} as import target`, target.span);
  }
  return target.id;
}

function requireNames(cursor: Cursor): void {
  if (cursor.kind === 'newline' || cursor.kind === 'end' || cursor.is(')')) {
    cursor.fail("Expected one or more names after 'import'");
  }
}

function importFrom(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  let module = '';
  while (cursor.is('.') || cursor.is('...')) {
    module += cursor.text;
    cursor.at++;
  }
  if (module === '' || !cursor.is('import')) module += dottedName(cursor);
  cursor.expect('import');
  const starAt = cursor.start;
  if (cursor.accept('*')) {
    const names = [{ name: '*', asname: null, span: cursor.spanFrom(starAt) }];
    return { kind: 'ImportFrom', module, names, span: cursor.spanFrom(start) };
  }
  const isBracketed = cursor.accept('(');
  requireNames(cursor);
  const names: Alias[] = [];
  do {
    if (names.length > 0 && isBracketed && cursor.is(')')) break;
    if (names.length > 0 && cursor.kind === 'newline') {
      cursor.fail('trailing comma not allowed without surrounding parentheses');
    }
    const from = cursor.start;
    const name = cursor.expectName('a name to import');
    const asname = cursor.accept('as') ? importTarget(cursor) : null;
    names.push({ name, asname, span: cursor.spanFrom(from) });
  } while (cursor.accept(','));
  if (isBracketed && !cursor.accept(')')) cursor.unexpected("',' or ')'");
  return { kind: 'ImportFrom', module, names, span: cursor.spanFrom(start) };
}
