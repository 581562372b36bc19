// Which variables of a function may own a generator: locals that are only assigned, stepped and
// walked, so that what they hold is known nowhere else. Anything unusual makes a variable no owner;
// its generator is then left to the end of the run. Source: none; CPython counts references.

import type { Scope } from '../scope.ts';
import type { Call, ExceptHandler, Expression, FunctionDef } from '../tree.ts';

type Tree = { readonly [key: string]: unknown };

/** Methods that step an asynchronous generator: what they give is an awaitable that knows it. */
export const ASYNC_STEPS: ReadonlySet<string> = new Set(['__anext__', 'asend', 'athrow', 'aclose']);
const STEPS: ReadonlySet<string> = new Set(['__next__', 'send', 'throw', 'close']);
/** Built-in functions that do not keep their arguments. */
const READERS: ReadonlySet<string> = new Set(
  'next list tuple set dict sum any all min max sorted print repr str isinstance id'.split(' '),
);

const BINDINGS: ReadonlySet<string> = new Set(['parameter', 'assignment', 'delete']);

/** Names of the local variables that may own a generator. */
export function ownedNames(node: FunctionDef, scope: Scope): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, variable] of scope.variables) {
    const isPlain = variable.bindings.every((binding) => BINDINGS.has(binding.kind));
    if (variable.reach === 'local' && variable.owner === scope && isPlain) names.add(name);
  }
  if (names.size > 0) new Survey(names, scope).visitAll(node.body);
  return names;
}

/** Takes out of `names` those that are used otherwise. */
class Survey {
  readonly #names: Set<string>;
  readonly #scope: Scope;
  /** Variables that a loop around the present place walks. */
  readonly #walked: string[] = [];

  constructor(names: Set<string>, scope: Scope) {
    this.#names = names;
    this.#scope = scope;
  }

  visitAll(nodes: readonly unknown[]): void {
    for (const each of nodes) this.visit(each);
  }

  visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      this.visitAll(node);
      return;
    }
    const tree = node as Tree;
    switch (tree.kind) {
      case 'Name':
        this.#names.delete(tree.id as string);
        return;
      case 'Assign':
        this.#assign(tree);
        return;
      case 'Delete':
        for (const target of tree.targets as Expression[]) this.#unbind(target);
        return;
      case 'For':
        this.#loop(tree);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
        this.#comprehension(tree);
        return;
      case 'Await':
        this.#skipAwaited(tree.value as Expression);
        return;
      case 'YieldFrom':
        this.#skip(tree.value as Expression);
        return;
      case 'Compare':
        for (const each of [tree.left, ...(tree.comparators as unknown[])]) {
          this.#skip(each as Expression);
        }
        return;
      case 'Call':
        this.#call(tree);
        return;
      default:
        this.#parts(tree);
    }
  }

  #parts(tree: Tree): void {
    for (const key of Object.keys(tree)) if (key !== 'span') this.visit(tree[key]);
  }

  /** Visits an expression unless it is a mere name. */
  #skip(node: Expression): void {
    if (node.kind !== 'Name') this.visit(node);
  }

  #assign(tree: Tree): void {
    const targets = tree.targets as readonly Expression[];
    if (targets.length > 1) this.visitAll(targets);
    else this.#unbind(targets[0]);
    this.visit(tree.value);
  }

  /** A name loses what it held: not what a loop around still walks. */
  #unbind(target: Expression): void {
    if (target.kind !== 'Name') this.visit(target);
    else if (this.#walked.includes(target.id)) this.#names.delete(target.id);
  }

  #loop(tree: Tree): void {
    const iterable = tree.iterable as Expression;
    this.#skip(iterable);
    this.visit(tree.target);
    this.#walked.push(iterable.kind === 'Name' ? iterable.id : '');
    this.visit(tree.body);
    this.#walked.pop();
    this.visit(tree.orelse);
  }

  #comprehension(tree: Tree): void {
    for (const clause of tree.generators as readonly Tree[]) {
      this.#skip(clause.iterable as Expression);
      this.visit(clause.target);
      this.visit(clause.conditions);
    }
    for (const key of ['element', 'key', 'value']) this.visit(tree[key]);
  }

  /** `await g.asend(x)`, `await anext(g)`, and either under `wait_for`. */
  #skipAwaited(node: Expression): void {
    if (node.kind !== 'Call') {
      this.visit(node);
      return;
    }
    const { callee, args } = node;
    const name =
      callee.kind === 'Attribute' ? callee.name : callee.kind === 'Name' ? callee.id : '';
    if (callee.kind === 'Attribute' && ASYNC_STEPS.has(name)) {
      this.#skip(callee.value);
      this.visitAll(args);
    } else if (callee.kind === 'Name' && name === 'anext' && this.#isBuiltin(name)) {
      args.forEach((each, i) => {
        if (i === 0) this.#skip(each);
        else this.visit(each);
      });
    } else if (name === 'wait_for' && args.length > 0) {
      if (callee.kind === 'Attribute') this.visit(callee.value);
      this.#skipAwaited(args[0]);
      this.visitAll(args.slice(1));
    } else {
      this.visit(node);
      return;
    }
    this.visit(node.keywords);
  }

  #call(tree: Tree): void {
    const callee = tree.callee as Expression;
    const args = tree.args as readonly Expression[];
    if (callee.kind === 'Attribute' && STEPS.has(callee.name)) {
      this.#skip(callee.value);
      this.visitAll(args);
      this.visit(tree.keywords);
    } else if (callee.kind === 'Name' && READERS.has(callee.id) && this.#isBuiltin(callee.id)) {
      for (const each of args) this.#skip(each);
      this.visit(tree.keywords);
    } else {
      this.#parts(tree);
    }
  }

  #isBuiltin(name: string): boolean {
    return this.#scope.get(name)?.reach === 'builtin';
  }
}

/** Methods that put their argument where it stays. */
const KEEPERS: ReadonlySet<string> = new Set(
  'append appendleft add insert extend put put_nowait set_exception setdefault update'.split(' '),
);

/** Whether the exception of a handler outlives it, by what the handler does with its name. */
export function keepsName(node: ExceptHandler): boolean {
  return node.name !== null && keeps(node.body, node.name);
}

function keeps(node: unknown, name: string): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some((each) => keeps(each, name));
  const tree = node as Tree;
  const isName = (each: unknown): boolean =>
    (each as Tree | null)?.kind === 'Name' && (each as Tree).id === name;
  switch (tree.kind) {
    case 'Assign':
    case 'Return':
    case 'Yield':
    case 'NamedExpr':
      if (isName(tree.value)) return true;
      break;
    case 'List':
    case 'Tuple':
    case 'Set':
      if ((tree.elements as unknown[]).some(isName)) return true;
      break;
    case 'Call': {
      const { callee, args } = tree as unknown as Call;
      if (callee.kind === 'Attribute' && KEEPERS.has(callee.name) && args.some(isName)) return true;
      break;
    }
    default:
  }
  return Object.keys(tree).some((key) => key !== 'span' && keeps(tree[key], name));
}

/** Names of the functions that a body returns calls of; null where it returns anything else. */
export function returnedCalls(body: readonly unknown[]): readonly string[] | null {
  const names: string[] = [];
  for (const node of body) {
    if (Array.isArray(node)) {
      const inner = returnedCalls(node);
      if (inner === null) return null;
      names.push(...inner);
      continue;
    }
    if (typeof node !== 'object' || node === null) continue;
    const tree = node as Tree;
    if (tree.kind === 'FunctionDef' || tree.kind === 'ClassDef' || tree.kind === 'Lambda') continue;
    if (tree.kind === 'Return') {
      const name = calledName(tree.value as Expression | null);
      if (name === null) return null;
      names.push(name);
      continue;
    }
    const inner = returnedCalls(Object.keys(tree).map((key) => key !== 'span' && tree[key]));
    if (inner === null) return null;
    names.push(...inner);
  }
  return names;
}

function calledName(node: Expression | null): string | null {
  if (node?.kind === 'GeneratorExp') return '<genexpr>';
  if (node?.kind !== 'Call') return null;
  if (node.callee.kind === 'Name') return node.callee.id;
  return node.callee.kind === 'Attribute' ? node.callee.name : null;
}
