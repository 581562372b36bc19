// Which variable each name means: CPython's symbol table. A scope is a module, function, lambda,
// class body or comprehension; list, set and dict comprehensions run in the frame of the scope
// around them (PEP 709), so a name is `free` only where it belongs to another frame. Mistakes that
// CPython's symbol table finds are listed, never thrown. Source: CPython Python/symtable.c
// (analyze_name, analyze_block, symtable_extend_namedexpr_scope).

import type { Span } from '../base/span.ts';
import type {
  ClassDef,
  DictComp,
  ElementComprehension,
  FunctionDef,
  Lambda,
  Module,
  TypeParameters,
} from './tree.ts';

export type ScopeNode =
  | Module
  | FunctionDef
  | Lambda
  | ClassDef
  | ElementComprehension
  | DictComp
  | TypeParameters;

/**
 * `comprehension` shares the frame of the scope around it, and so do type parameters; a generator
 * expression has its own.
 */
export type ScopeKind =
  | 'module'
  | 'function'
  | 'lambda'
  | 'class'
  | 'comprehension'
  | 'generator expression';

/**
 * How a name is reached: `local` a variable of this frame (in a class body: of the class), `cell`
 * the same but captured by an inner frame, `free` captured from an outer one, `global` bound in the
 * module, `builtin` bound nowhere.
 */
export type Reach = 'local' | 'cell' | 'free' | 'global' | 'builtin';

export type BindingKind =
  | 'parameter'
  | 'assignment'
  | 'annotation'
  | 'augmented'
  | 'walrus'
  | 'loop'
  | 'comprehension'
  | 'with'
  | 'except'
  | 'pattern'
  | 'import'
  | 'function'
  | 'class'
  | 'delete';

export interface Binding {
  readonly kind: BindingKind;
  readonly span: Span;
}

/** One name in one scope. */
export class Variable {
  readonly name: string;
  readonly bindings: Binding[] = [];
  /** `global x` or `nonlocal x` in this very scope, or the rule for shared names. */
  declared: 'global' | 'nonlocal' | null = null;
  /** Where the statement stands that declares it. */
  declaredAt: Span | null = null;
  firstUse: Span | null = null;
  reach: Reach = 'builtin';
  /** The scope that the variable belongs to; the module for `global` and `builtin`. */
  owner: Scope;

  constructor(name: string, scope: Scope) {
    this.name = name;
    this.owner = scope;
  }

  get firstBound(): Span | null {
    return this.bindings.length > 0 ? this.bindings[0].span : null;
  }

  isBoundAs(kind: BindingKind): boolean {
    return this.bindings.some((binding) => binding.kind === kind);
  }
}

export class Scope {
  readonly kind: ScopeKind;
  readonly node: ScopeNode;
  readonly parent: Scope | null;
  readonly children: Scope[] = [];
  /** In order of first mention. Names are mangled (`__x` in class A is `_A__x`). */
  readonly variables = new Map<string, Variable>();
  /** Variables of outer frames that this frame is given, for itself or for frames inside. */
  readonly captures: Variable[] = [];
  /** Holds a `yield` of its own. */
  isGenerator = false;
  /** `async def`, or a generator expression with `await` or `async for` in it. */
  isAsync = false;
  /** A method that mentions `super` or `__class__` makes its class keep a cell for itself. */
  needsClassCell = false;

  constructor(kind: ScopeKind, node: ScopeNode, parent: Scope | null) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    parent?.children.push(this);
  }

  /** The scope whose frame this one runs in: itself, but for comprehensions. */
  get frame(): Scope {
    return this.kind === 'comprehension' ? this.parent!.frame : this;
  }

  get(name: string): Variable | undefined {
    return this.variables.get(name);
  }

  variable(name: string): Variable {
    const known = this.variables.get(name);
    if (known !== undefined) return known;
    const made = new Variable(name, this);
    this.variables.set(name, made);
    return made;
  }

  /** Whether it makes a variable of that name, as opposed to mentioning one. */
  binds(name: string): boolean {
    const variable = this.variables.get(name);
    return variable !== undefined && variable.declared === null && variable.bindings.length > 0;
  }
}

/** A mistake that CPython reports as a SyntaxError. */
export interface ScopeProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ScopeOptions {
  /** Names of the scenario's `state`: assigning to one in a function writes the shared variable. */
  readonly shared?: ReadonlySet<string>;
}

export class Scopes {
  readonly module: Scope;
  #hasGenerators: boolean | null = null;
  readonly problems: ScopeProblem[] = [];
  /** Modules of `from m import *`, in order. */
  readonly starImports: string[] = [];
  readonly #byNode = new Map<ScopeNode, Scope>();

  constructor(module: Module) {
    this.module = this.add('module', module, null);
  }

  add(kind: ScopeKind, node: ScopeNode, parent: Scope | null): Scope {
    const scope = new Scope(kind, node, parent);
    this.#byNode.set(node, scope);
    return scope;
  }

  /** Whether generators can be made at all; asked once all scopes are known. */
  get hasGenerators(): boolean {
    this.#hasGenerators ??= [...this.all()].some(
      ({ kind, isGenerator }) => isGenerator || kind === 'generator expression',
    );
    return this.#hasGenerators;
  }

  /** The scope of a node that has one. */
  of(node: ScopeNode): Scope {
    return this.#byNode.get(node)!;
  }

  /** Every scope, outer ones first, in the order of the text. */
  *all(from: Scope = this.module): Generator<Scope> {
    yield from;
    for (const child of from.children) yield* this.all(child);
  }
}

/** `__name` inside `class Name` is private to it: `_Name__name`. Source: _Py_Mangle. */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__')) return name;
  const stripped = className.replace(/^_+/u, '');
  return stripped === '' || name.includes('.') ? name : `_${stripped}${name}`;
}

/** Why `global name` or `nonlocal name` may not stand where it does; null where it may. */
function misdeclared(
  variable: Variable,
  name: string,
  word: 'global' | 'nonlocal',
  isShared: boolean,
): string | null {
  const { bindings, firstUse, declared } = variable;
  if (variable.isBoundAs('parameter')) return `name '${name}' is parameter and ${word}`;
  if (declared !== null && declared !== word && !isShared) {
    return `name '${name}' is nonlocal and global`;
  }
  if (variable.isBoundAs('annotation')) return `annotated name '${name}' can't be ${word}`;
  if (declared === null && bindings.length > 0) {
    return `name '${name}' is assigned to before ${word} declaration`;
  }
  return firstUse === null ? null : `name '${name}' is used prior to ${word} declaration`;
}

/** Notes `global name` or `nonlocal name` in a scope; gives what is wrong with it, else null. */
export function declare(
  scope: Scope,
  name: string,
  word: 'global' | 'nonlocal',
  isShared: boolean,
  span: Span,
): string | null {
  if (word === 'nonlocal' && scope.kind === 'module') {
    return 'nonlocal declaration not allowed at module level';
  }
  const variable = scope.variable(name);
  const problem = misdeclared(variable, name, word, isShared);
  if (problem !== null) return problem;
  variable.declared = word;
  variable.declaredAt = span;
  return null;
}
