// Document nodes as expressions. In `params` everything is a constant: texts are strings, lists
// and mappings are displays. In `state` a text is an expression, at any depth, so that `[Lock(),
// Lock()]` is never silently a list of two strings; keys of a mapping are constants in both.
// Negative numbers are what Python's parser makes of them: a minus sign and a literal.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Constant, Expression } from '../lang/tree.ts';
import type { DocumentNode, ScalarNode } from './document.ts';

/** Turns a text into an expression; null after reporting what is wrong with it. */
export type TextReader = (node: ScalarNode) => Expression | null;

/** A text taken as it is: a string constant. */
export function stringConstant(node: ScalarNode): Expression {
  return { kind: 'Constant', type: 'str', value: node.source.text, span: node.span };
}

/**
 * The expression that a node stands for.
 * @param readString what a text means here.
 * @returns null where some part was wrong; it is reported.
 */
export function readValue(
  report: Report,
  node: DocumentNode,
  readString: TextReader,
): Expression | null {
  const { span } = node;
  switch (node.kind) {
    case 'broken':
      return null;
    case 'scalar':
      return node.type === 'string' ? readString(node) : scalarConstant(node);
    case 'sequence': {
      const elements = node.items.map((item) => readValue(report, item, readString));
      if (!elements.every((element) => element !== null)) return null;
      return { kind: 'List', elements, span };
    }
    case 'mapping': {
      const keys = node.entries.map(({ key }) =>
        key.type === 'string' ? stringConstant(key) : scalarConstant(key),
      );
      const values = node.entries.map(({ value }) => readValue(report, value, readString));
      if (!values.every((value) => value !== null)) return null;
      return { kind: 'Dict', keys, values, span };
    }
  }
}

function scalarConstant(node: ScalarNode): Expression {
  const { span, value } = node;
  if (node.type === 'null') return { kind: 'Constant', type: 'None', value: null, span };
  if (node.type === 'bool') {
    return { kind: 'Constant', type: 'bool', value: value === true, span };
  }
  if (node.type === 'float') return signed(span, value as number, floatConstant);
  return signed(span, value as number | bigint, intConstant);
}

function floatConstant(value: number, span: Span): Constant {
  return { kind: 'Constant', type: 'float', value, span };
}

function intConstant(value: number | bigint, span: Span): Constant {
  return { kind: 'Constant', type: 'int', value, span };
}

function signed<T extends number | bigint>(
  span: Span,
  value: T,
  make: (value: T, span: Span) => Constant,
): Expression {
  const isNegative = value < 0 || Object.is(value, -0);
  if (!isNegative) return make(value, span);
  return { kind: 'UnaryOp', operator: '-', operand: make(-value as T, span), span };
}

/** Whether an expression is such a constant as `params` may hold, and so as YAML can write. */
export function isConstant(node: Expression): boolean {
  switch (node.kind) {
    case 'Constant':
      if (node.type === 'float') return Number.isFinite(node.value);
      return node.type !== 'Ellipsis' && node.type !== 'bytes';
    case 'UnaryOp':
      return node.operator === '-' && isNumber(node.operand) && isConstant(node.operand);
    case 'List':
      return node.elements.every(isConstant);
    case 'Dict':
      return hasPlainKeys(node) && node.values.every(isConstant);
    default:
      return false;
  }
}

function isNumber(node: Expression): boolean {
  return node.kind === 'Constant' && (node.type === 'int' || node.type === 'float');
}

/** Keys are scalars, and each occurs once. */
function hasPlainKeys({ keys }: Expression & { readonly kind: 'Dict' }): boolean {
  const seen = new Set<string>();
  for (const key of keys) {
    if (key === null || key.kind === 'List' || key.kind === 'Dict' || !isConstant(key))
      return false;
    const sign = key.kind === 'UnaryOp' ? '-' : '';
    const constant = key.kind === 'UnaryOp' ? key.operand : key;
    if (constant.kind !== 'Constant') return false;
    seen.add(`${constant.type}:${sign}${String(constant.value)}`);
  }
  return seen.size === keys.length;
}
