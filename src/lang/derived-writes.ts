// Which assignments put into a shared place what they made of its own earlier value: `total =
// total + await price()`, or `seen = balance` and later `balance = seen + 1`. Followed inside one
// function, from local name to local name, by the texts of the places. Between such a read and the
// write another task may write, and that is lost.

import { partsOf, pauses } from './expression-parts.ts';
import { printExpression } from './print-expression.ts';
import type { Expression, FunctionDef, Module, Statement } from './tree.ts';

/** The targets, by their nodes. */
export function derivedTargets(module: Module): ReadonlySet<Expression> {
  const targets = new Set<Expression>();
  const bodies: (readonly Statement[])[] = [module.body];
  for (const body of bodies) {
    const assignments: Assignment[] = [];
    collect(body, assignments, bodies);
    const flows = flowsOf(assignments);
    for (const { target, texts } of assignments) {
      if (!isPlace(target)) continue;
      const own = printExpression(target);
      if (reach(texts, flows).has(own)) targets.add(target);
    }
  }
  return targets;
}

/**
 * Whether another task may write between a read and a write that is made of it. None may where each
 * such write is an operation in place without a wait in it, which reads again.
 */
export function mayLoseUpdates(module: Module): boolean {
  const targets = new Set(derivedTargets(module));
  for (const target of inPlace(module.body)) targets.delete(target);
  return targets.size > 0;
}

/** Targets of operations in place that nothing comes between. */
function* inPlace(body: readonly Statement[]): Iterable<Expression> {
  for (const statement of body) {
    if (statement.kind === 'AugAssign' && !pauses(statement.value)) yield statement.target;
    if (statement.kind === 'FunctionDef') yield* inPlace((statement as FunctionDef).body);
    for (const inner of bodiesOf(statement)) yield* inPlace(inner);
  }
}

interface Assignment {
  readonly target: Expression;
  /** Texts of all names, attributes and items in what is assigned. */
  readonly texts: ReadonlySet<string>;
}

function isPlace(target: Expression): boolean {
  return ['Name', 'Attribute', 'Subscript'].includes(target.kind);
}

/** Assignments of a body, but for those of functions in it, whose bodies are added to `bodies`. */
function collect(
  body: readonly Statement[],
  assignments: Assignment[],
  bodies: (readonly Statement[])[],
): void {
  for (const statement of body) {
    switch (statement.kind) {
      case 'Assign':
        for (const target of statement.targets) {
          assignments.push({ target, texts: textsIn(statement.value) });
        }
        break;
      case 'AugAssign': {
        const { target, value } = statement;
        const texts = new Set([...textsIn(value), printExpression(target)]);
        assignments.push({ target, texts });
        break;
      }
      case 'AnnAssign':
        if (statement.value !== null) {
          assignments.push({ target: statement.target, texts: textsIn(statement.value) });
        }
        break;
      case 'FunctionDef':
        bodies.push((statement as FunctionDef).body);
        break;
      default:
        for (const inner of bodiesOf(statement)) collect(inner, assignments, bodies);
    }
  }
}

function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'If':
    case 'For':
    case 'While':
      return [statement.body, statement.orelse];
    case 'With':
    case 'ClassDef':
      return [statement.body];
    case 'Try': {
      const { body, handlers, orelse, finalbody } = statement;
      return [body, ...handlers.map((each) => each.body), orelse, finalbody];
    }
    case 'Match':
      return statement.cases.map((each) => each.body);
    default:
      return [];
  }
}

/** What flows into each name. */
function flowsOf(assignments: readonly Assignment[]): ReadonlyMap<string, ReadonlySet<string>> {
  const flows = new Map<string, Set<string>>();
  for (const { target, texts } of assignments) {
    if (target.kind !== 'Name') continue;
    const known = flows.get(target.id) ?? new Set<string>();
    for (const text of texts) known.add(text);
    flows.set(target.id, known);
  }
  return flows;
}

function reach(
  texts: ReadonlySet<string>,
  flows: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const all = new Set(texts);
  for (const text of all) for (const each of flows.get(text) ?? []) all.add(each);
  return all;
}

/** The texts of all names, attributes and items in an expression, callees and indices aside. */
function textsIn(expression: Expression): ReadonlySet<string> {
  const texts = new Set<string>();
  const visit = (node: Expression | null): void => {
    if (node === null) return;
    if (isPlace(node)) texts.add(printExpression(node));
    switch (node.kind) {
      case 'Name':
      case 'Lambda':
      case 'Subscript':
      case 'Attribute':
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        return;
      case 'NamedExpr':
      case 'Await':
      case 'Yield':
      case 'YieldFrom':
        visit(node.value);
        return;
      case 'Call':
        for (const arg of node.args) visit(arg);
        for (const { value } of node.keywords) visit(value);
        return;
      default:
        for (const part of partsOf(node)) visit(part);
    }
  };
  visit(expression);
  return texts;
}
