// `global` and the names of `state`. A function of a scenario that assigns to such a name writes
// the shared variable; in Python it must say so. Here the statement is put into each function that
// needs it, as its first, and taken away again where it says exactly that. What one language can
// say and the other cannot is reported.

import type { Report } from '../../base/diagnostic.ts';
import { analyse } from '../../lang/analyse.ts';
import type { Scope, Scopes, Variable } from '../../lang/scope.ts';
import type { FunctionDef, Module, Statement } from '../../lang/tree.ts';
import { reportError } from '../fields.ts';

/** Gives a function another body; `body` is its own, with the functions inside already changed. */
type Change = (node: FunctionDef, body: readonly Statement[]) => readonly Statement[];

/** Statements with every function in them, methods and inner ones too, changed. */
export function mapFunctions(body: readonly Statement[], change: Change): readonly Statement[] {
  const inside = (inner: readonly Statement[]) => mapFunctions(inner, change);
  return body.map((node): Statement => {
    switch (node.kind) {
      case 'FunctionDef':
        return { ...node, body: change(node, inside(node.body)) };
      case 'ClassDef':
      case 'With':
        return { ...node, body: inside(node.body) };
      case 'For':
      case 'While':
      case 'If':
        return { ...node, body: inside(node.body), orelse: inside(node.orelse) };
      case 'Try':
        return {
          ...node,
          body: inside(node.body),
          handlers: node.handlers.map((each) => ({ ...each, body: inside(each.body) })),
          orelse: inside(node.orelse),
          finalbody: inside(node.finalbody),
        };
      case 'Match':
        return { ...node, cases: node.cases.map((each) => ({ ...each, body: inside(each.body) })) };
      default:
        return node;
    }
  });
}

/**
 * The module of a scenario as Python means it: functions that write shared names declare them.
 * @param shared the names of `state`, in order.
 */
export function withGlobals(module: Module, shared: readonly string[], report: Report): Module {
  const scopes = analyse(module, { shared: new Set(shared) });
  for (const scope of scopes.all()) reportUnspeakable(scope, shared, report);
  const body = mapFunctions(module.body, (node, inner) => {
    const names = written(scopes, node, shared);
    const at = docstringLength(inner);
    if (names.length === 0 || declares(inner[at], names)) return inner;
    const { span } = node;
    return [...inner.slice(0, at), { kind: 'Global', names, span }, ...inner.slice(at)];
  });
  return { ...module, body };
}

/**
 * The module of a program as a scenario means it: without the declarations that `withGlobals`
 * would add.
 * @param shared the names that become `state`, in order.
 */
export function withoutGlobals(module: Module, shared: readonly string[], report: Report): Module {
  for (const scope of analyse(module).all()) reportShadows(scope, shared, report);
  const scopes = analyse(module, { shared: new Set(shared) });
  const body = mapFunctions(module.body, (node, inner) => {
    const names = written(scopes, node, shared);
    const at = docstringLength(inner);
    const first = inner[at];
    const isAdded = first?.kind === 'Global' && first.names.join() === names.join();
    if (!isAdded || inner.length === 1) return inner;
    return [...inner.slice(0, at), ...inner.slice(at + 1)];
  });
  return { ...module, body };
}

/** The shared names that a function itself binds, in the order of `shared`. */
function written(scopes: Scopes, node: FunctionDef, shared: readonly string[]): readonly string[] {
  const scope = scopes.of(node);
  return shared.filter((name) => writes(scope.get(name)));
}

function writes(variable: Variable | undefined): boolean {
  return variable?.declared === 'global' && variable.bindings.length > 0;
}

/** Whether a statement of the program's own declares these names, and others besides. */
function declares(statement: Statement | undefined, names: readonly string[]): boolean {
  if (statement?.kind !== 'Global' || statement.names.join() === names.join()) return false;
  return names.every((name) => statement.names.includes(name));
}

function docstringLength([first]: readonly Statement[]): number {
  const isString = first?.kind === 'Expr' && first.value.kind === 'Constant';
  return isString && first.value.type === 'str' ? 1 : 0;
}

/** What a scenario says and Python has no words for. */
function reportUnspeakable(scope: Scope, shared: readonly string[], report: Report): void {
  const { kind, node } = scope;
  if (kind !== 'function' && kind !== 'lambda') return;
  const nonlocals = node.kind === 'FunctionDef' ? nonlocalNames(node.body) : new Set();
  for (const name of shared) {
    const variable = scope.get(name);
    if (variable === undefined || variable.bindings.length === 0) continue;
    const span = variable.firstBound ?? node.span;
    const say = (message: string) =>
      reportError(report, 'export', message, span, `give one of the two another name`);
    if (nonlocals.has(name)) say(`'${name}' is nonlocal here and a name of state besides`);
    else if (!writes(variable)) continue;
    else if (kind === 'lambda')
      say(`a lambda of Python cannot assign to the shared name '${name}'`);
    else if (variable.isBoundAs('annotation')) {
      say(`'${name}' is a name of state: Python has no annotation for it here`);
    }
  }
}

/** What a program says and a scenario reads otherwise: a local variable of a shared name. */
function reportShadows(scope: Scope, shared: readonly string[], report: Report): void {
  if (scope.kind !== 'function' && scope.kind !== 'lambda') return;
  for (const name of shared) {
    const variable = scope.get(name);
    if (variable === undefined || variable.declared === 'global') continue;
    const isOwn = variable.isBoundAs('parameter') || variable.isBoundAs('except');
    if (variable.bindings.length === 0 || isOwn) continue;
    const message = `'${name}' is a variable of the function here, and of the module elsewhere`;
    const hint = 'in a scenario assigning to a name of state writes the shared one: rename one';
    reportError(report, 'export', message, variable.firstBound ?? scope.node.span, hint);
  }
}

/** The names that a function's own `nonlocal` statements declare. */
function nonlocalNames(body: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (statements: readonly Statement[]): void => {
    for (const node of statements) {
      if (node.kind === 'Nonlocal') for (const name of node.names) names.add(name);
      for (const block of blocksOf(node)) visit(block);
    }
  };
  visit(body);
  return names;
}

/** The blocks of a statement that belong to the function around it. */
function blocksOf(node: Statement): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case 'With':
      return [node.body];
    case 'For':
    case 'While':
    case 'If':
      return [node.body, node.orelse];
    case 'Try':
      return [node.body, ...node.handlers.map((each) => each.body), node.orelse, node.finalbody];
    case 'Match':
      return node.cases.map((each) => each.body);
    default:
      return [];
  }
}
