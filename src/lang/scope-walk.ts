// The first pass over a module: notes in each scope which names are bound and used there, in the
// order of evaluation, and what `global` and `nonlocal` say. Annotations are never evaluated, so
// they use nothing. Source: CPython Python/symtable.c (symtable_visit_stmt, symtable_visit_expr).

import type { Span } from '../base/span.ts';
import { defaultsOf, parametersOf, partsOf, patternParts } from './expression-parts.ts';
import {
  type BindingKind,
  declare,
  mangle,
  type Scope,
  type ScopeKind,
  type ScopeNode,
  type ScopeOptions,
  Scopes,
} from './scope.ts';
import type {
  ClassDef,
  Comprehension,
  DictComp,
  ElementComprehension,
  Expression,
  FunctionDef,
  Lambda,
  Module,
  Parameter,
  Pattern,
  Statement,
  TypeParameters,
} from './tree.ts';

type Comprehended = ElementComprehension | DictComp;

/** Walks a module and returns its scopes, names not yet resolved. */
export function collect(module: Module, options: ScopeOptions): Scopes {
  const walker = new Walker(new Scopes(module), options.shared ?? new Set());
  walker.statements(module.body);
  return walker.scopes;
}

class Walker {
  readonly scopes: Scopes;
  readonly #shared: ReadonlySet<string>;
  #scope: Scope;
  /** The innermost class around, for private names. */
  #className: string | null = null;
  /** Depth of comprehension iterables around, where `:=` is not allowed. */
  #iterables = 0;

  constructor(scopes: Scopes, shared: ReadonlySet<string>) {
    this.scopes = scopes;
    this.#shared = shared;
    this.#scope = scopes.module;
  }

  statements(body: readonly Statement[]): void {
    for (const statement of body) this.#statement(statement);
  }

  #problem(message: string, span: Span): void {
    this.scopes.problems.push({ message, span });
  }

  #use(name: string, span: Span): void {
    const variable = this.#scope.variable(mangle(this.#className, name));
    variable.firstUse ??= span;
  }

  #bind(name: string, kind: BindingKind, span: Span): void {
    const scope = this.#scope;
    const variable = scope.variable(mangle(this.#className, name));
    const isFunction = scope.kind === 'function' || scope.kind === 'lambda';
    if (kind === 'parameter' && variable.isBoundAs('parameter')) {
      this.#problem(`duplicate argument '${name}' in function definition`, span);
    }
    variable.bindings.push({ kind, span });
    if (kind === 'annotation' && variable.declared !== null) {
      this.#problem(`annotated name '${name}' can't be ${variable.declared}`, span);
    }
    if (!isFunction || !this.#shared.has(name)) return;
    const shadows = variable.isBoundAs('parameter') || variable.isBoundAs('except');
    variable.declared = shadows ? null : 'global';
  }

  #inside(
    kind: ScopeKind,
    node: ScopeNode,
    className: string | null,
    visit: (scope: Scope) => void,
  ): void {
    const [outer, outerClass, iterables] = [this.#scope, this.#className, this.#iterables];
    this.#scope = this.scopes.add(kind, node, outer);
    this.#className = className;
    if (kind !== 'comprehension' && kind !== 'generator expression') this.#iterables = 0;
    visit(this.#scope);
    this.#scope = outer;
    this.#className = outerClass;
    this.#iterables = iterables;
  }

  #statement(node: Statement): void {
    switch (node.kind) {
      case 'FunctionDef':
        this.#function(node);
        return;
      case 'ClassDef':
        this.#class(node);
        return;
      case 'TypeAlias':
        this.#bind(node.name, 'assignment', node.nameSpan);
        this.#generic(node.typeParameters, () => this.expression(node.value));
        return;
      case 'Import':
        for (const { name, asname, span } of node.names) {
          this.#bind(asname ?? name.split('.')[0], 'import', span);
        }
        return;
      case 'ImportFrom':
        for (const { name, asname, span } of node.names) {
          if (name !== '*') this.#bind(asname ?? name, 'import', span);
          else this.#importStar(node.module, span);
        }
        return;
      case 'Global':
      case 'Nonlocal':
        for (const name of node.names) {
          const mangled = mangle(this.#className, name);
          const word = node.kind === 'Global' ? 'global' : 'nonlocal';
          const problem = declare(this.#scope, mangled, word, this.#shared.has(name), node.span);
          if (problem !== null) this.#problem(problem.replace(mangled, name), node.span);
        }
        return;
      case 'Match':
        this.expression(node.subject);
        for (const each of node.cases) {
          this.#pattern(each.pattern);
          this.expression(each.guard);
          this.statements(each.body);
        }
        return;
      case 'Try':
        this.statements(node.body);
        this.statements(node.orelse);
        for (const handler of node.handlers) {
          this.expression(handler.type);
          if (handler.name !== null) this.#bind(handler.name, 'except', handler.span);
          this.statements(handler.body);
        }
        this.statements(node.finalbody);
        return;
      default:
        this.#simple(node);
        return;
    }
  }

  #simple(node: Exclude<Statement, { kind: 'FunctionDef' | 'ClassDef' | 'Match' | 'Try' }>): void {
    switch (node.kind) {
      case 'Return':
      case 'Expr':
        this.expression(node.value);
        return;
      case 'Delete':
        for (const target of node.targets) this.#target(target, 'delete');
        return;
      case 'Assign':
        this.expression(node.value);
        for (const target of node.targets) this.#target(target, 'assignment');
        return;
      case 'AugAssign':
        if (node.target.kind === 'Name') this.#use(node.target.id, node.target.span);
        this.expression(node.value);
        this.#target(node.target, 'augmented');
        return;
      case 'AnnAssign':
        this.expression(node.value);
        this.#target(node.target, 'annotation');
        return;
      case 'For':
        this.expression(node.iterable);
        this.#target(node.target, 'loop');
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case 'While':
      case 'If':
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case 'With':
        for (const { context, target } of node.items) {
          this.expression(context);
          if (target !== null) this.#target(target, 'with');
        }
        this.statements(node.body);
        return;
      case 'Raise':
        this.expression(node.exception);
        this.expression(node.cause);
        return;
      case 'Assert':
        this.expression(node.test);
        this.expression(node.message);
        return;
      default:
        return;
    }
  }

  #importStar(module: string, span: Span): void {
    if (this.#scope.kind !== 'module') this.#problem('import * only allowed at module level', span);
    this.scopes.starImports.push(module);
  }

  #function(node: FunctionDef): void {
    for (const decorator of node.decorators) this.expression(decorator);
    for (const each of defaultsOf(node.parameters)) this.expression(each);
    this.#bind(node.name, 'function', node.nameSpan);
    this.#generic(node.typeParameters, () => {
      this.#inside('function', node, this.#className, (scope) => {
        scope.isAsync = node.isAsync;
        for (const each of parametersOf(node.parameters)) this.#parameter(each);
        this.statements(node.body);
      });
    });
  }

  #lambda(node: Lambda): void {
    for (const each of defaultsOf(node.parameters)) this.expression(each);
    this.#inside('lambda', node, this.#className, () => {
      for (const each of parametersOf(node.parameters)) this.#parameter(each);
      this.expression(node.body);
    });
  }

  #class(node: ClassDef): void {
    for (const decorator of node.decorators) this.expression(decorator);
    this.#bind(node.name, 'class', node.nameSpan);
    this.#generic(node.typeParameters, () => {
      for (const base of node.bases) this.expression(base);
      for (const keyword of node.keywords) this.expression(keyword.value);
      this.#inside('class', node, node.name, () => this.statements(node.body));
    });
  }

  /** Visits what stands in the scope of type parameters, where there are some. */
  #generic(node: TypeParameters | null | undefined, visit: () => void): void {
    if (node === null || node === undefined) visit();
    else
      this.#inside('comprehension', node, this.#className, () => {
        for (const { name, span } of node.parameters) this.#bind(name, 'assignment', span);
        for (const { bound, byDefault } of node.parameters) {
          this.expression(bound);
          this.expression(byDefault);
        }
        visit();
      });
  }

  #parameter({ name, span }: Parameter): void {
    this.#bind(name, 'parameter', span);
  }

  /** Whatever stands left of `=`, after `for`, `as` or `del`. */
  #target(node: Expression, kind: BindingKind): void {
    switch (node.kind) {
      case 'Name':
        this.#bind(node.id, kind, node.span);
        return;
      case 'Starred':
        this.#target(node.value, kind);
        return;
      case 'List':
      case 'Tuple':
        for (const element of node.elements) this.#target(element, kind);
        return;
      default:
        this.expression(node);
        return;
    }
  }

  #pattern(node: Pattern): void {
    const { expressions, patterns, name } = patternParts(node);
    for (const each of expressions) this.expression(each);
    for (const each of patterns) this.#pattern(each);
    if (name !== null) this.#bind(name, 'pattern', node.span);
  }

  expression(node: Expression | null): void {
    if (node === null) return;
    switch (node.kind) {
      case 'Name':
        if (node.id === 'super' || node.id === '__class__') this.#mentionClass(node.span);
        this.#use(node.id, node.span);
        return;
      case 'NamedExpr':
        this.expression(node.value);
        this.#walrus(node.target.id, node.target.span);
        return;
      case 'Lambda':
        this.#lambda(node);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.#comprehension(node);
        return;
      case 'Yield':
      case 'YieldFrom':
        this.#scope.frame.isGenerator = true;
        this.expression(node.value);
        return;
      case 'Await':
        if (this.#scope.frame.kind === 'generator expression') this.#scope.frame.isAsync = true;
        this.expression(node.value);
        return;
      default:
        for (const part of partsOf(node)) this.expression(part);
    }
  }

  /** `super()` and `__class__` in a method read the cell of the class around it. */
  #mentionClass(span: Span): void {
    if (this.#scope.frame.kind === 'class' || this.#scope.frame.kind === 'module') return;
    for (let scope: Scope | null = this.#scope; scope !== null; scope = scope.parent) {
      if (scope.kind !== 'class') continue;
      scope.needsClassCell = true;
      this.#scope.variable('__class__').firstUse ??= span;
      return;
    }
  }

  /** Binds in the nearest scope around that is not a comprehension. */
  #walrus(name: string, span: Span): void {
    const here = this.#scope;
    const mangled = mangle(this.#className, name);
    if (this.#iterables > 0) {
      this.#problem(
        'assignment expression cannot be used in a comprehension iterable expression',
        span,
      );
    }
    let host = here;
    while (host.kind === 'comprehension' || host.kind === 'generator expression') {
      if (host.get(mangled)?.isBoundAs('comprehension') === true) {
        const what = `comprehension iteration variable '${name}'`;
        this.#problem(`assignment expression cannot rebind ${what}`, span);
        return;
      }
      host.variable(mangled).declared = 'nonlocal';
      host = host.parent!;
    }
    if (host !== here && host.kind === 'class') {
      this.#problem(
        'assignment expression within a comprehension cannot be used in a class body',
        span,
      );
    }
    this.#scope = host;
    this.#bind(name, 'walrus', span);
    this.#scope = here;
  }

  /** The first iterable is evaluated outside of the comprehension's scope. */
  #comprehension(node: Comprehended): void {
    const [first, ...others] = node.generators;
    this.#iterable(first.iterable);
    const kind = node.kind === 'GeneratorExp' ? 'generator expression' : 'comprehension';
    this.#inside(kind, node, this.#className, ({ frame }) => {
      const isAsync = node.generators.some((each) => each.isAsync);
      if (isAsync && frame.kind === 'generator expression') frame.isAsync = true;
      this.#clause(first);
      for (const each of others) {
        this.#iterable(each.iterable);
        this.#clause(each);
      }
      if (node.kind === 'DictComp') {
        this.expression(node.key);
        this.expression(node.value);
      } else {
        this.expression(node.element);
      }
    });
  }

  #iterable(node: Expression): void {
    this.#iterables++;
    this.expression(node);
    this.#iterables--;
  }

  #clause(clause: Comprehension): void {
    this.#target(clause.target, 'comprehension');
    for (const condition of clause.conditions) this.expression(condition);
  }
}
