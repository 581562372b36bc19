// The syntax tree as readable Python: four spaces, two blank lines around definitions of the top
// level. Reading the text again gives the same tree, places apart.

import {
  printArguments,
  printCondition,
  printExpression,
  printParameters,
  printResult,
  printTarget,
  printValue,
} from './print-expression.ts';
import { printPattern } from './print-pattern.ts';
import type {
  ClassDef,
  ExceptHandler,
  Expression,
  FunctionDef,
  If,
  Import,
  ImportFrom,
  Module,
  Statement,
  TypeParameters,
  With,
} from './tree.ts';

export { printExpression } from './print-expression.ts';

const indentation = '    ';

/** A whole module as Python text, with a line break at its end (none if it is empty). */
export function printModule(module: Module): string {
  const lines = printBody(module.body, 2, true);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** One statement as Python text, without a line break at its end. */
export function printStatement(statement: Statement): string {
  return linesOf(statement).join('\n');
}

/** The lines of statements, not indented. */
function printBody(
  body: readonly Statement[],
  blankLines: number,
  hasDocstring: boolean,
): string[] {
  const lines: string[] = [];
  body.forEach((statement, index) => {
    const before = body[index - 1];
    const isDocstring = index === 0 && hasDocstring;
    if (before !== undefined) lines.push(...Array(gap(before, statement, blankLines)).fill(''));
    lines.push(...(isDocstring ? docstringLines(statement) : linesOf(statement)));
  });
  return lines;
}

/** How many blank lines stand between two statements. */
function gap(before: Statement, after: Statement, blankLines: number): number {
  if (isDefinition(before) || isDefinition(after)) return blankLines;
  return blankLines === 2 && isImport(before) && !isImport(after) ? 1 : 0;
}

function isDefinition(statement: Statement): boolean {
  return statement.kind === 'FunctionDef' || statement.kind === 'ClassDef';
}

function isImport(statement: Statement): boolean {
  return statement.kind === 'Import' || statement.kind === 'ImportFrom';
}

/** A string that opens a block, over several lines if it can be written without escapes. */
function docstringLines(statement: Statement): string[] {
  const { kind } = statement;
  if (kind !== 'Expr' || statement.value.kind !== 'Constant') return linesOf(statement);
  const { value } = statement.value;
  const isPlain =
    typeof value === 'string' && /^(?:[\x20-\x5b\x5d-\x7e\n]|[^\0-\xa0\xad])*$/.test(value);
  if (
    !isPlain ||
    value.includes('"""') ||
    value.endsWith('"') ||
    !/^[^\u2028-\ufeff]*$/.test(value)
  ) {
    return linesOf(statement);
  }
  return [`"""${value}"""`];
}

/** A header with its indented block. */
function block(header: string, body: readonly Statement[], hasDocstring = false): string[] {
  const lines = body.length === 0 ? ['pass'] : printBody(body, 1, hasDocstring);
  return [`${header}:`, ...lines.map((line) => (line === '' ? '' : indentation + line))];
}

function linesOf(statement: Statement): string[] {
  switch (statement.kind) {
    case 'FunctionDef':
      return functionLines(statement);
    case 'ClassDef':
      return classLines(statement);
    case 'If':
      return ifLines(statement);
    case 'For': {
      const head = statement.isAsync ? 'async for' : 'for';
      const target = printTarget(statement.target);
      const header = `${head} ${target} in ${printExpression(statement.iterable)}`;
      return [...block(header, statement.body), ...elseLines(statement.orelse)];
    }
    case 'While': {
      const header = `while ${printCondition(statement.test)}`;
      return [...block(header, statement.body), ...elseLines(statement.orelse)];
    }
    case 'With':
      return block(withHeader(statement), statement.body);
    case 'Try':
      return [
        ...block('try', statement.body),
        ...statement.handlers.flatMap((one) => handlerLines(one, statement.isStar)),
        ...elseLines(statement.orelse),
        ...(statement.finalbody.length > 0 ? block('finally', statement.finalbody) : []),
      ];
    case 'Match': {
      const cases = statement.cases.flatMap(({ pattern, guard, body }) => {
        const condition = guard === null ? '' : ` if ${printCondition(guard)}`;
        return block(`case ${printPattern(pattern)}${condition}`, body);
      });
      const header = `match ${printCondition(statement.subject)}:`;
      return [header, ...cases.map((line) => (line === '' ? '' : indentation + line))];
    }
    default:
      return [printSimple(statement)];
  }
}

type Compound = Extract<
  Statement,
  { kind: 'FunctionDef' | 'ClassDef' | 'If' | 'For' | 'While' | 'With' | 'Try' | 'Match' }
>;

function printSimple(statement: Exclude<Statement, Compound>): string {
  switch (statement.kind) {
    case 'Return':
      return statement.value === null ? 'return' : `return ${printResult(statement.value)}`;
    case 'Delete':
      return `del ${statement.targets.map((target) => printExpression(target)).join(', ')}`;
    case 'Assign':
      return [...statement.targets.map(printTarget), printValue(statement.value)].join(' = ');
    case 'AugAssign': {
      const target = printTarget(statement.target);
      return `${target} ${statement.operator}= ${printValue(statement.value)}`;
    }
    case 'AnnAssign': {
      const typed = `${printTarget(statement.target)}: ${printExpression(statement.annotation)}`;
      return statement.value === null ? typed : `${typed} = ${printValue(statement.value)}`;
    }
    case 'Raise': {
      if (statement.exception === null) return 'raise';
      const cause = statement.cause === null ? '' : ` from ${printExpression(statement.cause)}`;
      return `raise ${printExpression(statement.exception)}${cause}`;
    }
    case 'Assert': {
      const message = statement.message === null ? '' : `, ${printExpression(statement.message)}`;
      return `assert ${printExpression(statement.test)}${message}`;
    }
    case 'TypeAlias': {
      const name = statement.name + typeParameterList(statement.typeParameters);
      return `type ${name} = ${printExpression(statement.value.body)}`;
    }
    case 'Import':
      return `import ${printAliases(statement.names)}`;
    case 'ImportFrom':
      return `from ${statement.module} import ${printAliases(statement.names)}`;
    case 'Global':
    case 'Nonlocal':
      return `${statement.kind.toLowerCase()} ${statement.names.join(', ')}`;
    case 'Expr':
      return printValue(statement.value);
    default:
      return statement.kind.toLowerCase();
  }
}

function printAliases(names: (Import | ImportFrom)['names']): string {
  return names
    .map(({ name, asname }) => (asname === null ? name : `${name} as ${asname}`))
    .join(', ');
}

function decoratorLines(decorators: readonly Expression[]): string[] {
  return decorators.map((decorator) => `@${printExpression(decorator)}`);
}

function functionLines(statement: FunctionDef): string[] {
  const { parameters } = statement;
  const head = statement.isAsync ? 'async def' : 'def';
  const returns = parameters.returns === null ? '' : ` -> ${printExpression(parameters.returns)}`;
  const name = statement.name + typeParameterList(statement.typeParameters);
  const header = `${head} ${name}(${printParameters(parameters)})${returns}`;
  return [...decoratorLines(statement.decorators), ...block(header, statement.body, true)];
}

/** `[T: int, *Ts]`; nothing where there are none. */
function typeParameterList(node: TypeParameters | null | undefined): string {
  if (node === null || node === undefined) return '';
  const marks = { TypeVar: '', TypeVarTuple: '*', ParamSpec: '**' };
  const texts = node.parameters.map(({ name, sort, bound, byDefault }) => {
    const limit = bound === null ? '' : `: ${printExpression(bound.body)}`;
    const value = byDefault === null ? '' : ` = ${printExpression(byDefault.body)}`;
    return marks[sort] + name + limit + value;
  });
  return `[${texts.join(', ')}]`;
}

function classLines(statement: ClassDef): string[] {
  const list = printArguments(statement.bases, statement.keywords);
  const name = statement.name + typeParameterList(statement.typeParameters);
  const header = `class ${name}${list === '' ? '' : `(${list})`}`;
  return [...decoratorLines(statement.decorators), ...block(header, statement.body, true)];
}

function elseLines(orelse: readonly Statement[]): string[] {
  return orelse.length === 0 ? [] : block('else', orelse);
}

/** A loop, since a chain of `elif` is as deep in the tree as it is long. */
function ifLines(statement: If): string[] {
  const lines: string[] = [];
  let word = 'if';
  for (let branch = statement; ; ) {
    const { orelse } = branch;
    lines.push(...block(`${word} ${printCondition(branch.test)}`, branch.body));
    const next = orelse[0];
    if (orelse.length !== 1 || next.kind !== 'If') return [...lines, ...elseLines(orelse)];
    branch = next;
    word = 'elif';
  }
}

function withHeader(statement: With): string {
  const items = statement.items.map(({ context, target }) => {
    const text = printExpression(context);
    return target === null ? text : `${text} as ${printExpression(target)}`;
  });
  const [first] = statement.items;
  // `with (a, b):` would be two items; a second pair of parentheses keeps the tuple.
  const isTuple = items.length === 1 && first.context.kind === 'Tuple' && first.target === null;
  const head = statement.isAsync ? 'async with' : 'with';
  return `${head} ${isTuple ? `(${items[0]})` : items.join(', ')}`;
}

function handlerLines(handler: ExceptHandler, isStar: boolean): string[] {
  const head = isStar ? 'except*' : 'except';
  const type = handler.type === null ? '' : ` ${printExpression(handler.type)}`;
  const name = handler.name === null ? '' : ` as ${handler.name}`;
  return block(head + type + name, handler.body);
}
