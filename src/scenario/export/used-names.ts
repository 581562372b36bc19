// What a scenario uses and a Python program has to import: the names at hand (asyncio's own, some
// modules), the words of the simulator, the module random. A name is used where it means nobody's
// variable: neither the module's nor a function's.

import type { Environment } from '../../lang/check.ts';
import type { Scopes } from '../../lang/scope.ts';
import type { Import, ImportFrom, Module, Node } from '../../lang/tree.ts';
import { scenarioEnvironment, scenarioWords } from '../at-hand.ts';

export interface UsedNames {
  /** Modules by their own names, in order. */
  readonly modules: readonly string[];
  /** Members of asyncio, in order. */
  readonly members: readonly string[];
  /** `now`, `log` and `block`, those that are used. */
  readonly words: ReadonlySet<string>;
}

/** The names at hand that a module uses. */
export function usedNames(scopes: Scopes, environment: Environment): UsedNames {
  const { atHand } = scenarioEnvironment(environment);
  const modules = new Set<string>();
  const members = new Set<string>();
  const words = new Set<string>();
  for (const scope of scopes.all()) {
    for (const { name, reach } of scope.variables.values()) {
      if (reach !== 'builtin') continue;
      const origin = atHand?.get(name);
      if (scenarioWords.has(name)) words.add(name);
      else if (origin?.member === null) modules.add(name);
      else if (origin !== undefined) members.add(name);
    }
  }
  return { modules: ordered(modules), members: ordered(members), words };
}

function ordered(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort((a, b) => (a < b ? -1 : 1));
}

/** A node of any kind, or a part of one. */
type Part = Partial<Record<string, unknown>> & { readonly kind?: string };

/** Calls `visit` for every node of a tree, outer ones first, in the order of the text. */
export function walkNodes(tree: unknown, visit: (node: Part & Node) => void): void {
  if (Array.isArray(tree)) {
    for (const each of tree) walkNodes(each, visit);
    return;
  }
  if (typeof tree !== 'object' || tree === null) return;
  const part = tree as Part & Node;
  if (typeof part.kind === 'string') visit(part);
  for (const each of Object.values(tree)) walkNodes(each, visit);
}

/** The names that an import binds. */
export function importsOf({ kind, names }: Import | ImportFrom): readonly string[] {
  return names.map(({ name, asname }) => {
    return asname ?? (kind === 'Import' ? name.split('.')[0]! : name);
  });
}

/** Whether the module asks for its own docstring, `__doc__`: a scenario has none. */
export function asksForDocstring({ body }: Module): boolean {
  let asks = false;
  walkNodes(body, (node) => {
    asks ||= node.kind === 'Name' && node.id === '__doc__';
  });
  return asks;
}

/** Whether the module imports a module by this name, or from it, anywhere. */
export function importsModule(module: Module, name: string): boolean {
  let found = false;
  walkNodes(module.body, (node) => {
    if (node.kind === 'ImportFrom') found ||= node.module === name;
    if (node.kind !== 'Import') return;
    found ||= (node.names as readonly { name: string }[]).some((each) => each.name === name);
  });
  return found;
}

const plainAnnotation = new Set(['int', 'float', 'str', 'bool', 'list', 'dict', 'tuple', 'set']);

/**
 * Whether some annotation names more than built-in classes: it is never evaluated here, and must
 * not be in Python.
 */
export function hasRichAnnotations(module: Module): boolean {
  let isRich = false;
  const look = (annotation: unknown): void => {
    walkNodes(annotation, (node) => {
      const isPlain =
        (node.kind === 'Name' && plainAnnotation.has(String(node.id))) ||
        (node.kind === 'Constant' && node.value === null);
      isRich ||= !isPlain;
    });
  };
  const visit = (tree: unknown): void => {
    if (Array.isArray(tree)) for (const each of tree) visit(each);
    else if (typeof tree === 'object' && tree !== null) {
      for (const [key, value] of Object.entries(tree)) {
        if (key === 'annotation' || key === 'returns') look(value);
        else visit(value);
      }
    }
  };
  visit(module.body);
  return isRich;
}
