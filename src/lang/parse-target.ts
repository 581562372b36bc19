// What may stand where a value is stored or deleted. Assignments are read as expressions first,
// because only the sign after them tells; these checks are those of CPython's grammar rules
// `invalid_assignment`, `invalid_del_stmt` and `invalid_for_target`, with its messages.

import type { Cursor } from './cursor.ts';
import type { Expression } from './tree.ts';

/**
 * CPython's name for a kind of expression in its messages (`_PyPegen_get_expr_name`).
 */
export function expressionName(expression: Expression): string {
  switch (expression.kind) {
    case 'Call':
      return 'function call';
    case 'Constant':
      return constantName(expression);
    case 'UnaryOp':
    case 'BinOp':
    case 'BoolOp':
      return 'expression';
    case 'NamedExpr':
      return 'named expression';
    case 'IfExp':
      return 'conditional expression';
    case 'Compare':
      return 'comparison';
    case 'Await':
      return 'await expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'GeneratorExp':
      return 'generator expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return 'dict literal';
    case 'Set':
      return 'set display';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'f-string expression';
    default:
      return expression.kind.toLowerCase();
  }
}

function constantName(expression: Expression & { readonly kind: 'Constant' }): string {
  if (expression.type === 'None') return 'None';
  if (expression.type === 'Ellipsis') return 'ellipsis';
  if (expression.type === 'bool') return expression.value ? 'True' : 'False';
  return 'literal';
}

/** Reports what keeps an expression from being a target of `=`, `for` or `with`; then goes on. */
export function checkTarget(cursor: Cursor, target: Expression, isFirstOfAssign = false): void {
  if (target.kind === 'Starred') {
    cursor.mistake('starred assignment target must be in a list or tuple', target.span);
    checkTarget(cursor, target.value);
    return;
  }
  const wrong = findWrong(target, false);
  if (wrong !== null) {
    const doubt = isFirstOfAssign && wrong === target && mayBeComparison(wrong);
    const advice = doubt ? " here. Maybe you meant '==' instead of '='?" : '';
    cursor.mistake(`cannot assign to ${expressionName(wrong)}${advice}`, wrong.span);
    return;
  }
  checkStars(cursor, target);
  checkDebug(cursor, target);
}

/** Whether `==` would make sense: an operand of a comparison stands there, and no word of it. */
function mayBeComparison(target: Expression): boolean {
  switch (target.kind) {
    case 'Constant':
      return target.type !== 'None' && target.type !== 'bool';
    case 'UnaryOp':
      return target.operator !== 'not';
    case 'BoolOp':
    case 'Compare':
    case 'IfExp':
    case 'Lambda':
    case 'GeneratorExp':
      return false;
    default:
      return true;
  }
}

/** Reports what keeps an expression from being deleted; then goes on. */
export function checkDeletion(cursor: Cursor, target: Expression): void {
  const wrong = findWrong(target, true);
  if (wrong !== null) {
    cursor.mistake(`cannot delete ${expressionName(wrong)}`, wrong.span);
  }
}

/** Reports a target that an augmented assignment cannot have; then goes on. */
export function checkSingleTarget(cursor: Cursor, target: Expression): void {
  if (isPlace(target)) {
    checkDebug(cursor, target);
    return;
  }
  const name = expressionName(target);
  cursor.mistake(`'${name}' is an illegal expression for augmented assignment`, target.span);
}

/** Reports a target that an annotation cannot have; then goes on. */
export function checkAnnotated(cursor: Cursor, target: Expression): void {
  if (isPlace(target)) {
    checkDebug(cursor, target);
    return;
  }
  const isSequence = target.kind === 'Tuple' || target.kind === 'List';
  const message = isSequence
    ? `only single target (not ${target.kind.toLowerCase()}) can be annotated`
    : 'illegal target for annotation';
  cursor.mistake(message, target.span);
}

function isPlace(target: Expression): boolean {
  return target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript';
}

/** The first part, in reading order, that is no target. */
function findWrong(target: Expression, isDeletion: boolean): Expression | null {
  if (isPlace(target)) return null;
  if (target.kind === 'Starred' && !isDeletion) return findWrong(target.value, isDeletion);
  if (target.kind !== 'Tuple' && target.kind !== 'List') return target;
  for (const element of target.elements) {
    const wrong = findWrong(element, isDeletion);
    if (wrong !== null) return wrong;
  }
  return null;
}

function checkStars(cursor: Cursor, target: Expression): void {
  if (target.kind === 'Starred') {
    checkStars(cursor, target.value);
    return;
  }
  if (target.kind !== 'Tuple' && target.kind !== 'List') return;
  const stars = target.elements.filter((element) => element.kind === 'Starred');
  if (stars.length > 1) {
    cursor.mistake('multiple starred expressions in assignment', target.span);
  }
  for (const element of target.elements) checkStars(cursor, element);
}

function checkDebug(cursor: Cursor, target: Expression): void {
  if (target.kind === 'Tuple' || target.kind === 'List') {
    for (const element of target.elements) checkDebug(cursor, element);
  } else if (target.kind === 'Name' && target.id === '__debug__') {
    cursor.mistake('cannot assign to __debug__', target.span);
  }
}

/** Reports a value that is a lone `*x`, which only a tuple, a list or a call can hold. */
export function checkValue(cursor: Cursor, value: Expression | null): void {
  if (value?.kind !== 'Starred') return;
  cursor.mistake("can't use starred expression here", value.span);
}
