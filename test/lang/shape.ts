// What specs of the parser compare: a tree in the form of CPython's `ast.dump` without field names,
// contexts and places, so that expected values can come from CPython; and diagnostics as one line.

import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';
import type {
  Comprehension,
  Expression,
  FormattedValue,
  Parameters,
  Pattern,
  Statement,
  StringConstant,
} from '../../src/lang/tree.ts';

/** The shapes of a module's statements; throws if there is any error in it. */
export function shapeOf(source: string): string {
  const diagnostics: Diagnostic[] = [];
  const module = parseModule(new SourceFile(source), (one) => diagnostics.push(one));
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(lineOf).join('\n'));
  return module.body.map(statement).join('; ');
}

/** Every diagnostic of a module as `line:column message`. */
export function mistakesOf(source: string): string[] {
  const diagnostics: Diagnostic[] = [];
  parseModule(new SourceFile(source), (one) => diagnostics.push(one));
  return diagnostics.map(lineOf);
}

export function lineOf({ span, message }: Diagnostic): string {
  return `${span.line}:${span.column} ${message}`;
}

const operators = new Map([
  ...([
    ['+', 'Add'],
    ['-', 'Sub'],
    ['*', 'Mult'],
    ['/', 'Div'],
    ['//', 'FloorDiv'],
  ] as const),
  ...([
    ['%', 'Mod'],
    ['**', 'Pow'],
    ['@', 'MatMult'],
    ['<<', 'LShift'],
  ] as const),
  ...([
    ['>>', 'RShift'],
    ['|', 'BitOr'],
    ['^', 'BitXor'],
    ['&', 'BitAnd'],
  ] as const),
  ...([
    ['==', 'Eq'],
    ['!=', 'NotEq'],
    ['<', 'Lt'],
    ['<=', 'LtE'],
    ['>', 'Gt'],
  ] as const),
  ...([
    ['>=', 'GtE'],
    ['is', 'Is'],
    ['is not', 'IsNot'],
    ['in', 'In'],
  ] as const),
  ...([
    ['not in', 'NotIn'],
    ['and', 'And'],
    ['or', 'Or'],
  ] as const),
]);
const unaryOperators = { not: 'Not', '-': 'USub', '+': 'UAdd', '~': 'Invert' };

function node(name: string, ...fields: readonly string[]): string {
  return `${name}(${fields.join(', ')})`;
}

function list<Item>(items: readonly Item[], show: (item: Item) => string): string {
  return `[${items.map(show).join(', ')}]`;
}

function text(value: string | null): string {
  return value === null ? 'None' : JSON.stringify(value);
}

function optional(value: Expression | null): string {
  return value === null ? 'None' : expression(value);
}

const block = (body: readonly Statement[]): string => list(body, statement);

/** A statement's shape. */
export function statement(one: Statement): string {
  switch (one.kind) {
    case 'FunctionDef': {
      const { parameters } = one;
      const name = one.isAsync ? 'AsyncFunctionDef' : 'FunctionDef';
      const decorators = list(one.decorators, expression);
      const fields = [text(one.name), parametersShape(parameters), block(one.body), decorators];
      return node(name, ...fields, optional(parameters.returns));
    }
    case 'ClassDef': {
      const keywords = list(one.keywords, keyword);
      const head = [text(one.name), list(one.bases, expression), keywords];
      return node('ClassDef', ...head, block(one.body), list(one.decorators, expression));
    }
    case 'For': {
      const head = [expression(one.target), expression(one.iterable)];
      return node(one.isAsync ? 'AsyncFor' : 'For', ...head, block(one.body), block(one.orelse));
    }
    case 'While':
    case 'If':
      return node(one.kind, expression(one.test), block(one.body), block(one.orelse));
    case 'With': {
      const items = list(one.items, ({ context, target }) => {
        return node('withitem', expression(context), optional(target));
      });
      return node(one.isAsync ? 'AsyncWith' : 'With', items, block(one.body));
    }
    case 'Match': {
      const cases = list(one.cases, (each) => {
        return node('match_case', pattern(each.pattern), optional(each.guard), block(each.body));
      });
      return node('Match', expression(one.subject), cases);
    }
    case 'Try': {
      const handlers = list(one.handlers, (each) => {
        return node('ExceptHandler', optional(each.type), text(each.name), block(each.body));
      });
      const blocks = [block(one.body), handlers, block(one.orelse), block(one.finalbody)];
      return node(one.isStar ? 'TryStar' : 'Try', ...blocks);
    }
    default:
      return simple(one);
  }
}

type Compound = 'FunctionDef' | 'ClassDef' | 'For' | 'While' | 'If' | 'With' | 'Match' | 'Try';

function simple(one: Exclude<Statement, { kind: Compound }>): string {
  switch (one.kind) {
    case 'Return':
      return node('Return', optional(one.value));
    case 'Delete':
      return node('Delete', list(one.targets, expression));
    case 'Assign':
      return node('Assign', list(one.targets, expression), expression(one.value));
    case 'AugAssign': {
      const operator = node(operators.get(one.operator) as string);
      return node('AugAssign', expression(one.target), operator, expression(one.value));
    }
    case 'AnnAssign': {
      const fields = [expression(one.target), expression(one.annotation)];
      return node('AnnAssign', ...fields, optional(one.value));
    }
    case 'Raise':
      return node('Raise', optional(one.exception), optional(one.cause));
    case 'Assert':
      return node('Assert', expression(one.test), optional(one.message));
    case 'Import':
    case 'ImportFrom': {
      const names = list(one.names, (each) => node('alias', text(each.name), text(each.asname)));
      return one.kind === 'Import'
        ? node('Import', names)
        : node(one.kind, text(one.module), names);
    }
    case 'Global':
    case 'Nonlocal':
      return node(one.kind, list(one.names, text));
    case 'Expr':
      return node('Expr', expression(one.value));
    default:
      return node(one.kind);
  }
}

function parametersShape(parameters: Parameters): string {
  const { positionalOnly, positional, rest, keywordOnly, keywordRest } = parameters;
  const one = (each: Parameters['positional'][number] | null): string => {
    return each === null ? 'None' : node('arg', text(each.name), optional(each.annotation));
  };
  const defaults = [...positionalOnly, ...positional].flatMap((each) => each.default ?? []);
  return node(
    'arguments',
    list(positionalOnly, one),
    list(positional, one),
    one(rest),
    list(keywordOnly, one),
    list(keywordOnly, (each) => optional(each.default)),
    one(keywordRest),
    list(defaults, expression),
  );
}

function keyword({ name, value }: { name: string | null; value: Expression }): string {
  return node('keyword', text(name), expression(value));
}

const generators = (all: readonly Comprehension[]): string =>
  list(all, ({ isAsync, target, iterable, conditions }) => {
    const parts = [expression(target), expression(iterable), list(conditions, expression)];
    return node('comprehension', ...parts, isAsync ? '1' : '0');
  });

/** An expression's shape. */
export function expression(one: Expression): string {
  switch (one.kind) {
    case 'BoolOp':
      return node(
        'BoolOp',
        node(operators.get(one.operator) as string),
        list(one.values, expression),
      );
    case 'NamedExpr':
      return node('NamedExpr', expression(one.target), expression(one.value));
    case 'BinOp': {
      const operator = node(operators.get(one.operator) as string);
      return node('BinOp', expression(one.left), operator, expression(one.right));
    }
    case 'UnaryOp':
      return node('UnaryOp', node(unaryOperators[one.operator]), expression(one.operand));
    case 'Lambda':
      return node('Lambda', parametersShape(one.parameters), expression(one.body));
    case 'IfExp':
      return node('IfExp', expression(one.test), expression(one.body), expression(one.orelse));
    case 'Dict':
      return node('Dict', list(one.keys, optional), list(one.values, expression));
    case 'Set':
    case 'List':
    case 'Tuple':
      return node(one.kind, list(one.elements, expression));
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return node(one.kind, expression(one.element), generators(one.generators));
    case 'DictComp':
      return node(
        'DictComp',
        expression(one.key),
        expression(one.value),
        generators(one.generators),
      );
    case 'Compare': {
      const signs = list(one.operators, (each) => node(operators.get(each) as string));
      return node('Compare', expression(one.left), signs, list(one.comparators, expression));
    }
    case 'Call':
      return node(
        'Call',
        expression(one.callee),
        list(one.args, expression),
        list(one.keywords, keyword),
      );
    default:
      return small(one);
  }
}

function small(one: Expression): string {
  switch (one.kind) {
    case 'Await':
    case 'YieldFrom':
    case 'Starred':
      return node(one.kind, expression(one.value));
    case 'Yield':
      return node('Yield', optional(one.value));
    case 'FormattedValue':
      return field(one);
    case 'JoinedStr':
      return joined(one.values);
    case 'Attribute':
      return node('Attribute', expression(one.value), text(one.name));
    case 'Subscript':
      return node('Subscript', expression(one.value), expression(one.index));
    case 'Name':
      return node('Name', text(one.id));
    case 'Slice':
      return node('Slice', optional(one.lower), optional(one.upper), optional(one.step));
    case 'Constant':
      return node('Constant', constant(one));
    default:
      throw new Error(`no shape for ${one.kind}`);
  }
}

function constant(one: Extract<Expression, { kind: 'Constant' }>): string {
  if (one.type === 'str') return JSON.stringify(one.value);
  if (one.type === 'None' || one.type === 'Ellipsis') return one.type;
  if (one.type === 'bool') return one.value ? 'True' : 'False';
  const shown = String(one.value);
  return one.type === 'float' && Number.isInteger(one.value) ? `${shown}.0` : shown;
}

function field(one: FormattedValue): string {
  const spec = one.formatSpec === null ? 'None' : joined(one.formatSpec.values);
  return node('FormattedValue', expression(one.value), text(one.conversion), spec);
}

/** CPython has the text of `{x=}` in the constant before the field. */
function joined(values: readonly (StringConstant | FormattedValue)[]): string {
  const parts: string[] = [];
  let literal = '';
  const flush = (): void => {
    if (literal !== '') parts.push(node('Constant', JSON.stringify(literal)));
    literal = '';
  };
  for (const value of values) {
    literal += value.kind === 'Constant' ? value.value : (value.selfDocumenting ?? '');
    if (value.kind === 'Constant') continue;
    flush();
    parts.push(field(value));
  }
  flush();
  return node('JoinedStr', `[${parts.join(', ')}]`);
}

/** A pattern's shape. */
export function pattern(one: Pattern): string {
  switch (one.kind) {
    case 'MatchValue':
      return node('MatchValue', expression(one.value));
    case 'MatchSingleton':
      return node('MatchSingleton', one.value === null ? 'None' : one.value ? 'True' : 'False');
    case 'MatchSequence':
    case 'MatchOr':
      return node(one.kind, list(one.patterns, pattern));
    case 'MatchMapping':
      return node(
        one.kind,
        list(one.keys, expression),
        list(one.patterns, pattern),
        text(one.rest),
      );
    case 'MatchClass': {
      const names = list(one.keywordNames, text);
      const parts = [list(one.patterns, pattern), names, list(one.keywordPatterns, pattern)];
      return node('MatchClass', expression(one.cls), ...parts);
    }
    case 'MatchStar':
      return node('MatchStar', text(one.name));
    default:
      return node('MatchAs', one.pattern === null ? 'None' : pattern(one.pattern), text(one.name));
  }
}
