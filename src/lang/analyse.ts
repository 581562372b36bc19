// The second pass over the scopes of a module: decides for every name of every scope how it is
// reached. A name that is bound neither here nor in a function around is the module's, or nobody's:
// a built-in. Source: CPython Python/symtable.c (analyze_name, analyze_cells).

import type { Scope, ScopeOptions, Scopes, Variable } from './scope.ts';
import { collect } from './scope-walk.ts';
import type { Module } from './tree.ts';

/** The scopes of a module, every name resolved. Problems are listed in the result. */
export function analyse(module: Module, options: ScopeOptions = {}): Scopes {
  const scopes = collect(module, options);
  for (const scope of scopes.all()) {
    for (const variable of scope.variables.values()) {
      if (variable.declared === 'global') scopes.module.variable(variable.name);
    }
  }
  const bound = boundInModule(scopes);
  for (const scope of [...scopes.all()]) {
    for (const variable of [...scope.variables.values()]) resolve(scopes, bound, scope, variable);
  }
  settleCells(scopes);
  return scopes;
}

/** Names that some scope binds as the module's. */
function boundInModule(scopes: Scopes): Set<string> {
  const bound = new Set<string>();
  for (const scope of scopes.all()) {
    for (const variable of scope.variables.values()) {
      const isModules = scope.kind === 'module' || variable.declared === 'global';
      if (isModules && variable.bindings.length > 0) bound.add(variable.name);
    }
  }
  return bound;
}

function resolve(scopes: Scopes, bound: Set<string>, scope: Scope, variable: Variable): void {
  const { name } = variable;
  const isGlobal = variable.declared === 'global' || scope.kind === 'module';
  if (!isGlobal && scope.binds(name)) {
    variable.reach = 'local';
    return;
  }
  const owner = isGlobal ? null : ownerAround(scope, name);
  if (owner !== null) {
    variable.owner = owner;
    variable.reach = owner.frame === scope.frame ? 'local' : 'free';
    if (variable.reach === 'free') passThrough(scope, owner, name);
    return;
  }
  if (variable.declaredAt !== null && variable.declared === 'nonlocal') {
    const message = `no binding for nonlocal '${name}' found`;
    scopes.problems.push({ message, span: variable.declaredAt });
  }
  variable.owner = scopes.module;
  variable.reach = bound.has(name) ? 'global' : 'builtin';
}

/**
 * The function or comprehension around `scope` that binds `name`; class bodies are looked through.
 */
function ownerAround(scope: Scope, name: string): Scope | null {
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (outer.kind === 'module') return null;
    if (outer.kind === 'class') {
      if (name === '__class__' && outer.needsClassCell) return outer;
      continue;
    }
    if (outer.get(name)?.declared === 'global') return null;
    if (outer.binds(name)) return outer;
  }
  return null;
}

/** Every frame from the user up to the owner hands the cell on. */
function passThrough(scope: Scope, owner: Scope, name: string): void {
  const captured = owner.variable(name);
  for (let frame = scope.frame; frame !== owner.frame; frame = frame.parent!.frame) {
    if (!frame.captures.includes(captured)) frame.captures.push(captured);
  }
}

/**
 * A variable that an inner frame reads is a cell in the frame that owns it, for all that mention it
 * there.
 */
function settleCells(scopes: Scopes): void {
  const captured = new Set<Variable>();
  for (const scope of scopes.all()) for (const each of scope.captures) captured.add(each);
  for (const scope of scopes.all()) {
    for (const variable of scope.variables.values()) {
      const own = variable.owner === scope ? variable : variable.owner.get(variable.name);
      if (variable.reach === 'local' && captured.has(own!)) variable.reach = 'cell';
    }
    if (!scope.needsClassCell) continue;
    const cell = scope.variable('__class__');
    cell.reach = 'cell';
    cell.owner = scope;
  }
}
