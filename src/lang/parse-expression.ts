// Expressions: the operators and their precedence, after the grammar in CPython's
// Grammar/python.gram (language reference 6.17). Atoms, calls and comprehensions have files of
// their own and come back here through the cursor's grammar.

import type { Cursor, Grammar } from './cursor.ts';
import { parseParameters } from './parse-parameters.ts';
import { parsePrimary } from './parse-primary.ts';
import { expressionName } from './parse-target.ts';
import type { BinaryOperator, CompareOperator, Expression, UnaryOp } from './tree.ts';

/** Binary operators and how tightly they bind; the power has a rule of its own. */
const binaryPrecedence: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['^', 2],
  ['&', 3],
  ['<<', 4],
  ['>>', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['//', 6],
  ['%', 6],
  ['@', 6],
]);
const compareOperators: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** The grammar that every cursor carries. */
export const grammar: Grammar = {
  expression,
  namedExpression,
  disjunction,
  operand: (cursor) => binary(cursor, 1),
  primary: (cursor) => parsePrimary(cursor),
  starExpression,
  starExpressions,
  yieldOrStarExpressions,
};

function expression(cursor: Cursor): Expression {
  cursor.enter();
  const result = cursor.is('lambda') ? lambda(cursor) : conditional(cursor);
  cursor.leave();
  return result;
}

function conditional(cursor: Cursor): Expression {
  const { start } = cursor;
  const body = disjunction(cursor);
  if (!cursor.is('if')) return body;
  cursor.at++;
  const test = disjunction(cursor);
  if (!cursor.is('else')) {
    const isCut = cursor.kind === 'error' || cursor.is(':');
    cursor.fail(isCut ? 'invalid syntax' : "expected 'else' after 'if' expression");
  }
  cursor.at++;
  if (cursor.kind === 'newline' || isStatementWord(cursor)) {
    const found = cursor.kind === 'newline' ? '' : ', but statement is given';
    cursor.fail(`expected expression after 'else'${found}`);
  }
  const orelse = expression(cursor);
  return { kind: 'IfExp', test, body, orelse, span: cursor.spanFrom(start) };
}

function isStatementWord(cursor: Cursor): boolean {
  return cursor.is('pass') || cursor.is('break') || cursor.is('continue');
}

function lambda(cursor: Cursor): Expression {
  const { start } = cursor;
  cursor.at++;
  const parameters = parseParameters(cursor, 'lambda');
  cursor.expect(':');
  const body = expression(cursor);
  return { kind: 'Lambda', parameters, body, span: cursor.spanFrom(start) };
}

function namedExpression(cursor: Cursor): Expression {
  const { start, at } = cursor;
  const target = expression(cursor);
  if (!cursor.is(':=')) {
    if (cursor.is('=')) refuseAssignment(cursor, target);
    return target;
  }
  const isBare = target.kind === 'Name' && cursor.at === at + 1;
  if (!isBare) {
    const name = expressionName(target);
    cursor.mistake(`cannot use assignment expressions with ${name}`, target.span);
  }
  cursor.at++;
  const value = expression(cursor);
  const span = cursor.spanFrom(start);
  if (target.kind !== 'Name') return { kind: 'Name', id: '', span };
  return { kind: 'NamedExpr', target, value, span };
}

/** `=` where only a value can stand. */
function refuseAssignment(cursor: Cursor, target: Expression): never {
  const advice = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  const name = expressionName(target);
  switch (target.kind) {
    case 'Name':
      return cursor.fail(advice);
    case 'List':
    case 'Tuple':
    case 'GeneratorExp':
      return cursor.fail("invalid syntax: unexpected '='");
    default:
      return cursor.fail(
        `cannot assign to ${name} here. Maybe you meant '==' instead of '='?`,
        target.span,
      );
  }
}

function disjunction(cursor: Cursor): Expression {
  return boolean(cursor, 'or', (inner) => boolean(inner, 'and', inversion));
}

function boolean(
  cursor: Cursor,
  operator: 'and' | 'or',
  operand: (cursor: Cursor) => Expression,
): Expression {
  const { start } = cursor;
  const first = operand(cursor);
  if (!cursor.is(operator)) return first;
  const values = [first];
  while (cursor.accept(operator)) values.push(operand(cursor));
  return { kind: 'BoolOp', operator, values, span: cursor.spanFrom(start) };
}

function inversion(cursor: Cursor): Expression {
  if (!cursor.is('not')) return comparison(cursor);
  const { start } = cursor;
  cursor.at++;
  cursor.enter();
  const operand = inversion(cursor);
  cursor.leave();
  return { kind: 'UnaryOp', operator: 'not', operand, span: cursor.spanFrom(start) };
}

function comparison(cursor: Cursor): Expression {
  const { start } = cursor;
  const left = binary(cursor, 1);
  let operator = compareOperator(cursor);
  if (operator === null) return left;
  const operators: CompareOperator[] = [];
  const comparators: Expression[] = [];
  while (operator !== null) {
    operators.push(operator);
    comparators.push(binary(cursor, 1));
    operator = compareOperator(cursor);
  }
  return { kind: 'Compare', left, operators, comparators, span: cursor.spanFrom(start) };
}

/** Takes a comparison's sign or words. */
function compareOperator(cursor: Cursor): CompareOperator | null {
  const { text } = cursor;
  if (compareOperators.has(text)) {
    cursor.at++;
    return text as CompareOperator;
  }
  if (cursor.accept('in')) return 'in';
  if (cursor.accept('is')) return cursor.accept('not') ? 'is not' : 'is';
  if (cursor.is('not')) {
    cursor.at++;
    if (!cursor.accept('in')) cursor.unexpected("'in' after 'not'");
    return 'not in';
  }
  return null;
}

function binary(cursor: Cursor, lowest: number): Expression {
  const { start } = cursor;
  let left = unary(cursor);
  for (;;) {
    const precedence = binaryPrecedence.get(cursor.text);
    if (precedence === undefined || precedence < lowest) return left;
    const operator = cursor.text as BinaryOperator;
    cursor.at++;
    const right = binary(cursor, precedence + 1);
    left = { kind: 'BinOp', left, operator, right, span: cursor.spanFrom(start) };
  }
}

function unary(cursor: Cursor): Expression {
  const { text, start } = cursor;
  if (text !== '-' && text !== '+' && text !== '~') return power(cursor);
  cursor.at++;
  cursor.enter();
  const operand = unary(cursor);
  cursor.leave();
  const operator: UnaryOp['operator'] = text;
  return { kind: 'UnaryOp', operator, operand, span: cursor.spanFrom(start) };
}

function power(cursor: Cursor): Expression {
  const { start } = cursor;
  const left = awaited(cursor);
  if (!cursor.is('**')) return left;
  cursor.at++;
  cursor.enter();
  const right = unary(cursor);
  cursor.leave();
  return { kind: 'BinOp', left, operator: '**', right, span: cursor.spanFrom(start) };
}

function awaited(cursor: Cursor): Expression {
  if (!cursor.is('await')) return parsePrimary(cursor);
  const { start } = cursor;
  cursor.at++;
  const value = parsePrimary(cursor);
  return { kind: 'Await', value, span: cursor.spanFrom(start) };
}

function starExpressions(cursor: Cursor): Expression {
  const { start } = cursor;
  const first = starExpression(cursor);
  if (!cursor.is(',')) return first;
  const elements = [first];
  while (cursor.accept(',')) {
    if (!cursor.startsExpression() && !cursor.is('*')) break;
    elements.push(starExpression(cursor));
  }
  return { kind: 'Tuple', elements, span: cursor.spanFrom(start) };
}

function starExpression(cursor: Cursor): Expression {
  if (!cursor.is('*')) return expression(cursor);
  const { start } = cursor;
  cursor.at++;
  const value = binary(cursor, 1);
  return { kind: 'Starred', value, span: cursor.spanFrom(start) };
}

function yieldOrStarExpressions(cursor: Cursor): Expression {
  if (!cursor.is('yield')) return starExpressions(cursor);
  const { start } = cursor;
  cursor.at++;
  if (cursor.accept('from')) {
    const value = expression(cursor);
    return { kind: 'YieldFrom', value, span: cursor.spanFrom(start) };
  }
  const hasValue = cursor.startsExpression() || cursor.is('*');
  const value = hasValue ? starExpressions(cursor) : null;
  if (value?.kind === 'Starred') cursor.mistake("can't use starred expression here", value.span);
  return { kind: 'Yield', value, span: cursor.spanFrom(start) };
}
