// The direct parts of an expression, for whoever walks the tree. Scopes, awaits and yields are left
// to the walker: they are what it is about. The order is that of evaluation.

import type { Expression, Name, Parameter, Parameters, Pattern } from './tree.ts';

export type PlainExpression = Exclude<
  Expression,
  {
    kind:
      | 'Name'
      | 'NamedExpr'
      | 'Lambda'
      | 'Await'
      | 'Yield'
      | 'YieldFrom'
      | 'ListComp'
      | 'SetComp'
      | 'DictComp'
      | 'GeneratorExp';
  }
>;

/** The expressions directly inside one that opens no scope, in the order of evaluation. */
export function partsOf(node: PlainExpression): readonly (Expression | null)[] {
  switch (node.kind) {
    case 'BoolOp':
    case 'JoinedStr':
      return node.values;
    case 'BinOp':
      return [node.left, node.right];
    case 'UnaryOp':
      return [node.operand];
    case 'IfExp':
      return [node.test, node.body, node.orelse];
    case 'Dict':
      return node.values.flatMap((value, index) => [node.keys[index], value]);
    case 'Set':
    case 'List':
    case 'Tuple':
      return node.elements;
    case 'Compare':
      return [node.left, ...node.comparators];
    case 'Call':
      return [node.callee, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    case 'FormattedValue':
      return [node.value, node.formatSpec];
    case 'Attribute':
    case 'Starred':
      return [node.value];
    case 'Subscript':
      return [node.value, node.index];
    case 'Slice':
      return [node.lower, node.upper, node.step];
    case 'Constant':
      return [];
  }
}

/** Whether an expression itself awaits, the functions and comprehensions in it aside. */
export function awaits(node: Expression): boolean {
  return someInside(node, ({ kind }) => kind === 'Await');
}

const PAUSING: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  ...(['Await', 'Yield', 'YieldFrom'] as const),
  ...(['ListComp', 'SetComp', 'DictComp', 'GeneratorExp'] as const),
]);

/** Whether others may run before an expression is done: comprehensions, too, may await. */
export function pauses(node: Expression): boolean {
  return someInside(node, ({ kind }) => PAUSING.has(kind));
}

/** Whether an expression itself binds a name, functions and comprehensions in it aside. */
export function binds(node: Expression): boolean {
  return someInside(node, ({ kind }) => kind === 'NamedExpr');
}

/** The first mention of a name in an expression, functions and comprehensions in it aside. */
export function nameIn(node: Expression, id: string): Name | null {
  let found: Name | null = null;
  someInside(node, (inner) => {
    if (inner.kind === 'Name' && inner.id === id) found ??= inner;
    return found !== null;
  });
  return found;
}

function someInside(node: Expression, test: (inner: Expression) => boolean): boolean {
  if (test(node)) return true;
  switch (node.kind) {
    case 'NamedExpr':
    case 'Await':
      return someInside(node.value, test);
    case 'Name':
    case 'Lambda':
    case 'Yield':
    case 'YieldFrom':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return false;
    default:
      return partsOf(node).some((part) => part !== null && someInside(part, test));
  }
}

export interface PatternParts {
  readonly expressions: readonly Expression[];
  readonly patterns: readonly Pattern[];
  /** The name that the pattern itself binds. */
  readonly name: string | null;
}

/** What a pattern evaluates, the patterns inside it, and the name that it binds after them. */
export function patternParts(node: Pattern): PatternParts {
  const { kind } = node;
  switch (kind) {
    case 'MatchValue':
      return { expressions: [node.value], patterns: [], name: null };
    case 'MatchSingleton':
      return { expressions: [], patterns: [], name: null };
    case 'MatchMapping':
      return { expressions: node.keys, patterns: node.patterns, name: node.rest };
    case 'MatchClass':
      return {
        expressions: [node.cls],
        patterns: [...node.patterns, ...node.keywordPatterns],
        name: null,
      };
    case 'MatchStar':
      return { expressions: [], patterns: [], name: node.name };
    case 'MatchAs': {
      const patterns = node.pattern === null ? [] : [node.pattern];
      return { expressions: [], patterns, name: node.name };
    }
    default:
      return { expressions: [], patterns: node.patterns, name: null };
  }
}

/** The defaults of parameters, in the order of evaluation. */
export function defaultsOf(parameters: Parameters): readonly Expression[] {
  const { positionalOnly, positional, keywordOnly } = parameters;
  const all = [...positionalOnly, ...positional, ...keywordOnly];
  return all.flatMap((each) => each.default ?? []);
}

/** All parameters, those that take the rest last. */
export function parametersOf(parameters: Parameters): readonly Parameter[] {
  const { positionalOnly, positional, rest, keywordOnly, keywordRest } = parameters;
  const all = [...positionalOnly, ...positional, ...keywordOnly, rest, keywordRest];
  return all.filter((each) => each !== null);
}
