// Expressions as Python text with the fewest parentheses that keep their meaning. The levels are
// CPython's (Lib/ast.py, `_Precedence`): a part is put in parentheses where it binds more loosely
// than its place asks for.

import { floatRepr } from '../base/float-text.ts';
import { printFormatString } from './print-format-string.ts';
import { quote, quoteOctets } from './text/quote.ts';
import type {
  Call,
  Comprehension,
  Constant,
  Expression,
  Keyword,
  Parameter,
  Parameters,
} from './tree.ts';

/** How tightly a place or an expression binds, the loosest first. */
const level = {
  /** A walrus without parentheses. */
  named: 0,
  /** A tuple or `yield` without parentheses. */
  tuple: 1,
  /** A conditional expression or a lambda. */
  test: 2,
  or: 3,
  and: 4,
  not: 5,
  compare: 6,
  bitOr: 7,
  bitXor: 8,
  bitAnd: 9,
  shift: 10,
  sum: 11,
  term: 12,
  factor: 13,
  power: 14,
  await: 15,
  atom: 16,
} as const;

const binaryLevels: ReadonlyMap<string, number> = new Map([
  ['|', level.bitOr],
  ['^', level.bitXor],
  ['&', level.bitAnd],
  ['<<', level.shift],
  ['>>', level.shift],
  ['+', level.sum],
  ['-', level.sum],
  ['*', level.term],
  ['/', level.term],
  ['//', level.term],
  ['%', level.term],
  ['@', level.term],
  ['**', level.power],
]);

/**
 * An expression as Python text.
 * @param place the level of its place; what binds more loosely gets parentheses.
 */
export function printExpression(expression: Expression, place: number = level.test): string {
  const text = printBare(expression);
  return levelOf(expression) < place ? `(${text})` : text;
}

/** The level of an expression as `printBare` writes it. */
function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'NamedExpr':
      return level.named;
    case 'Tuple':
      // An empty tuple is its parentheses, and `a,` is too easily overlooked.
      return expression.elements.length < 2 ? level.atom : level.tuple;
    case 'Yield':
    case 'YieldFrom':
      return level.tuple;
    case 'Lambda':
    case 'IfExp':
      return level.test;
    case 'BoolOp':
      return expression.operator === 'or' ? level.or : level.and;
    case 'UnaryOp':
      return expression.operator === 'not' ? level.not : level.factor;
    case 'Compare':
      return level.compare;
    case 'BinOp':
      return binaryLevels.get(expression.operator) as number;
    case 'Await':
      return level.await;
    case 'Constant':
      return isNegative(expression) ? level.factor : level.atom;
    default:
      return level.atom;
  }
}

function isNegative(constant: Constant): boolean {
  const { value } = constant;
  return (
    (typeof value === 'number' || typeof value === 'bigint') && (value < 0 || Object.is(value, -0))
  );
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case 'Constant':
      return printConstant(expression);
    case 'Name':
      return expression.id;
    case 'Attribute':
      return `${printOwner(expression.value)}.${expression.name}`;
    case 'Subscript':
      return `${printOwner(expression.value)}[${printIndex(expression.index)}]`;
    case 'Call':
      return printCall(expression);
    case 'JoinedStr':
      return printFormatString(expression.values, printExpression);
    case 'FormattedValue':
      return printFormatString([expression], printExpression);
    case 'NamedExpr':
      return `${expression.target.id} := ${printExpression(expression.value)}`;
    case 'Starred':
      return `*${printExpression(expression.value, level.bitOr)}`;
    case 'Lambda': {
      const parameters = printParameters(expression.parameters);
      const head = parameters === '' ? 'lambda' : `lambda ${parameters}`;
      return `${head}: ${printExpression(expression.body)}`;
    }
    case 'Slice':
      return printSlice(expression);
    case 'Await':
      return `await ${printExpression(expression.value, level.atom)}`;
    case 'Yield':
      return expression.value === null ? 'yield' : `yield ${printResult(expression.value)}`;
    case 'YieldFrom':
      return `yield from ${printExpression(expression.value)}`;
    case 'BoolOp':
    case 'UnaryOp':
    case 'BinOp':
    case 'Compare':
    case 'IfExp':
      return printOperation(expression);
    default:
      return printDisplay(expression);
  }
}

type Operation = Extract<
  Expression,
  { kind: 'BoolOp' | 'UnaryOp' | 'BinOp' | 'Compare' | 'IfExp' }
>;

function printOperation(expression: Operation): string {
  switch (expression.kind) {
    case 'BoolOp': {
      const place = levelOf(expression) + 1;
      const values = expression.values.map((value) => printExpression(value, place));
      return values.join(` ${expression.operator} `);
    }
    case 'UnaryOp': {
      const operand = printExpression(expression.operand, levelOf(expression));
      return expression.operator === 'not' ? `not ${operand}` : expression.operator + operand;
    }
    case 'BinOp': {
      const own = levelOf(expression);
      const isPower = expression.operator === '**';
      const left = printExpression(expression.left, isPower ? level.await : own);
      const right = printExpression(expression.right, isPower ? level.factor : own + 1);
      return `${left} ${expression.operator} ${right}`;
    }
    case 'Compare': {
      const parts = [printExpression(expression.left, level.bitOr)];
      expression.operators.forEach((operator, index) => {
        parts.push(operator, printExpression(expression.comparators[index], level.bitOr));
      });
      return parts.join(' ');
    }
    default: {
      const body = printExpression(expression.body, level.or);
      const test = printExpression(expression.test, level.or);
      return `${body} if ${test} else ${printExpression(expression.orelse)}`;
    }
  }
}

type Display = Extract<
  Expression,
  { kind: 'Tuple' | 'List' | 'Set' | 'Dict' | 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }
>;

function printDisplay(expression: Display): string {
  switch (expression.kind) {
    case 'Tuple':
      if (expression.elements.length > 1) return printElements(expression.elements);
      if (expression.elements.length === 0) return '()';
      return `(${printElements(expression.elements)},)`;
    case 'List':
      return `[${printElements(expression.elements)}]`;
    case 'Set':
      // There is no empty display of a set; unpacking nothing makes one.
      return expression.elements.length === 0 ? '{*()}' : `{${printElements(expression.elements)}}`;
    case 'Dict':
      return `{${expression.values
        .map((value, index) => {
          const key = expression.keys[index];
          if (key === null) return `**${printExpression(value, level.bitOr)}`;
          return `${printExpression(key)}: ${printExpression(value)}`;
        })
        .join(', ')}}`;
    case 'ListComp':
      return `[${printComprehension(expression.element, expression.generators)}]`;
    case 'SetComp':
      return `{${printComprehension(expression.element, expression.generators)}}`;
    case 'GeneratorExp':
      return `(${printComprehension(expression.element, expression.generators)})`;
    default: {
      const key = printExpression(expression.key);
      const value = printExpression(expression.value);
      return `{${key}: ${value}${printGenerators(expression.generators)}}`;
    }
  }
}

function printElements(elements: readonly Expression[]): string {
  return elements.map((element) => printExpression(element)).join(', ');
}

function printComprehension(element: Expression, generators: readonly Comprehension[]): string {
  return printExpression(element) + printGenerators(generators);
}

function printGenerators(generators: readonly Comprehension[]): string {
  return generators
    .map(({ isAsync, target, iterable, conditions }) => {
      const head = isAsync ? ' async for' : ' for';
      const loop = `${head} ${printTarget(target)} in ${printExpression(iterable, level.or)}`;
      return loop + conditions.map((test) => ` if ${printExpression(test, level.or)}`).join('');
    })
    .join('');
}

/** The target of `=` or `for`: a tuple of two or more needs no parentheses. */
export function printTarget(target: Expression): string {
  return printExpression(target, level.tuple);
}

/** A test or a subject, where a walrus needs no parentheses. */
export function printCondition(test: Expression): string {
  return printExpression(test, test.kind === 'NamedExpr' ? level.named : level.test);
}

/** What `return` and `yield` give: a tuple needs no parentheses, another `yield` does. */
export function printResult(value: Expression): string {
  return printExpression(value, value.kind === 'Tuple' ? level.tuple : level.test);
}

/** What stands after `=` or alone as a statement: neither a tuple nor `yield` needs parentheses. */
export function printValue(value: Expression): string {
  return printExpression(value, level.tuple);
}

/** What an attribute or subscript is taken of: `1.real` would be read as a number. */
function printOwner(owner: Expression): string {
  const text = printExpression(owner, level.atom);
  return owner.kind === 'Constant' && owner.type === 'int' && /^\d/.test(text) ? `(${text})` : text;
}

function printIndex(index: Expression): string {
  if (index.kind !== 'Tuple' || index.elements.length === 0) return printExpression(index);
  const elements = printElements(index.elements);
  // Without its comma a lone element would be the index itself; a starred one makes a tuple alone.
  const isAlone = index.elements.length === 1 && index.elements[0].kind !== 'Starred';
  return isAlone ? `${elements},` : elements;
}

function printSlice(slice: Extract<Expression, { kind: 'Slice' }>): string {
  const { lower, upper, step } = slice;
  const bounds = [lower, upper].map((bound) => (bound === null ? '' : printExpression(bound)));
  return bounds.join(':') + (step === null ? '' : `:${printExpression(step)}`);
}

function printCall(call: Call): string {
  const { args, keywords } = call;
  const callee = printOwner(call.callee);
  if (args.length === 1 && keywords.length === 0 && args[0].kind === 'GeneratorExp') {
    return callee + printExpression(args[0]);
  }
  return `${callee}(${printArguments(args, keywords)})`;
}

/** The arguments of a call or a class definition. */
export function printArguments(args: readonly Expression[], keywords: readonly Keyword[]): string {
  return [
    ...args.map((argument) => printExpression(argument)),
    ...keywords.map(({ name, value }) => {
      return name === null ? `**${printExpression(value)}` : `${name}=${printExpression(value)}`;
    }),
  ].join(', ');
}

/** The parameters of a function or a lambda, without parentheses and without `->`. */
export function printParameters(parameters: Parameters): string {
  const { positionalOnly, positional, rest, keywordOnly, keywordRest } = parameters;
  const parts = positionalOnly.map(printParameter);
  if (positionalOnly.length > 0) parts.push('/');
  parts.push(...positional.map(printParameter));
  if (rest !== null) parts.push(`*${printParameter(rest)}`);
  else if (keywordOnly.length > 0) parts.push('*');
  parts.push(...keywordOnly.map(printParameter));
  if (keywordRest !== null) parts.push(`**${printParameter(keywordRest)}`);
  return parts.join(', ');
}

function printParameter(parameter: Parameter): string {
  const { name, annotation } = parameter;
  const value = parameter.default === null ? null : printExpression(parameter.default);
  if (annotation === null) return value === null ? name : `${name}=${value}`;
  const typed = `${name}: ${printExpression(annotation)}`;
  return value === null ? typed : `${typed} = ${value}`;
}

function printConstant(constant: Constant): string {
  switch (constant.type) {
    case 'str':
      return quote(constant.value);
    case 'bytes':
      return quoteOctets(constant.value);
    case 'int':
      return printInteger(constant.value);
    case 'float':
      return printFloat(constant.value);
    case 'None':
      return 'None';
    case 'Ellipsis':
      return '...';
    default:
      return constant.value ? 'True' : 'False';
  }
}

/** An integer beyond the limit on decimal digits is written in hexadecimal, as Python advises. */
function printInteger(value: number | bigint): string {
  const text = String(value);
  return text.length <= 4300
    ? text
    : (value < 0 ? '-0x' : '0x') + BigInt(text).toString(16).replace('-', '');
}

/** Python has no literals for infinity and not-a-number; these expressions are equal to them. */
function printFloat(value: number): string {
  if (Number.isNaN(value)) return '(1e309 - 1e309)';
  if (Number.isFinite(value)) return floatRepr(value);
  return value > 0 ? '1e309' : '-1e309';
}
